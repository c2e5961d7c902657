package dev.drumbeat.demo.yield;

/** The process steps of the made-up line, in the order in which a test strip passes them. */
enum Step {
    STRIP_COATING(
            "strip-coating",
            "Strip coating yield",
            "Strips that pass optical inspection after coating at the first attempt.",
            "First step: what is lost here was never a test.",
            0.9905),
    LAMINATION(
            "lamination",
            "Lamination and cutting yield",
            "Strips laminated and cut to width within tolerance at the first attempt.",
            "A blunt or misaligned blade shows here weeks before customers see weak lines.",
            0.9880),
    CASSETTE_ASSEMBLY(
            "cassette-assembly",
            "Cassette assembly yield",
            "Cassettes closed and tight at the first attempt.",
            "Manual work: it moves with training and shift changes.",
            0.9870),
    POUCH_SEALING(
            "pouch-sealing",
            "Pouch sealing yield",
            "Pouches that pass the leak test at the first attempt.",
            "Last step: a loss here throws away everything before it.",
            0.9930);

    private final String slug;
    private final String displayName;
    private final String description;
    private final String effectOnGoal;
    private final double usualYield;

    Step(String slug, String displayName, String description, String effectOnGoal, double usualYield) {
        this.slug = slug;
        this.displayName = displayName;
        this.description = description;
        this.effectOnGoal = effectOnGoal;
        this.usualYield = usualYield;
    }

    String slug() {
        return slug;
    }

    String displayName() {
        return displayName;
    }

    String description() {
        return description;
    }

    String effectOnGoal() {
        return effectOnGoal;
    }

    /** Share of units that pass at the first attempt while nothing is wrong. */
    double usualYield() {
        return usualYield;
    }
}
