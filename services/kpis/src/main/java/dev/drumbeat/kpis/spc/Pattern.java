package dev.drumbeat.kpis.spc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds one kind of pattern in the present points of one baseline, oldest first. */
@FunctionalInterface
interface Pattern {

    /** Points that make one pattern, ascending, and which way it goes. */
    record Found(Heading heading, List<Deviation> points) {}

    List<Found> in(List<Deviation> series);

    /** Every single point beyond the limit. */
    static Pattern beyond(double sigmas) {
        return series -> series.stream()
                .filter(point -> point.beyond(sigmas))
                .map(point -> new Found(point.side(), List.of(point)))
                .toList();
    }

    /** At least so many in a row on one side of the centre line; a point on the line belongs to no side and ends the run. */
    static Pattern oneSide(int length) {
        return series -> stretches(series, length, Deviation::side);
    }

    /** At least so many in a row, each strictly above (or each below) the one before; the first one counts. */
    static Pattern trend(int length) {
        return series -> {
            List<Found> found = new ArrayList<>();
            int start = 0;
            for (int i = 1; i <= series.size(); i++) {
                Heading step = step(series, i);
                if (step == Heading.NEITHER || step != step(series, start + 1)) {
                    Heading heading = step(series, start + 1);
                    if (heading != Heading.NEITHER && i - start >= length) {
                        found.add(new Found(heading, List.copyOf(series.subList(start, i))));
                    }
                    start = step == Heading.NEITHER ? i : i - 1;
                }
            }
            return found;
        };
    }

    /** At least so many in a row, up, down, up, down; equal neighbours end it. */
    static Pattern alternating(int length) {
        return series -> {
            List<Found> found = new ArrayList<>();
            int start = 0;
            for (int i = 1; i <= series.size(); i++) {
                Heading step = step(series, i);
                boolean goesOn = step != Heading.NEITHER
                        && (i == start + 1 || step == step(series, i - 1).mirrored());
                if (!goesOn) {
                    if (i - start >= length) {
                        found.add(new Found(Heading.NEITHER, List.copyOf(series.subList(start, i))));
                    }
                    start = step == Heading.NEITHER ? i : i - 1;
                }
            }
            return found;
        };
    }

    /**
     * So many of so many in a row beyond the limit on one side, wherever the others are. Names the points beyond; windows
     * that share one of them are one finding.
     */
    static Pattern cluster(int enough, int window, double sigmas) {
        return series -> Stream.of(Heading.UP, Heading.DOWN)
                .flatMap(side -> clusters(series, enough, window, side, sigmas).stream())
                .toList();
    }

    /** At least so many in a row nearer to the centre line than this, on either side. */
    static Pattern hugging(int length, double sigmas) {
        return series ->
                stretches(series, length, point -> point.within(sigmas) ? Heading.UP : Heading.NEITHER).stream()
                        .map(found -> new Found(Heading.NEITHER, found.points()))
                        .toList();
    }

    /** At least so many in a row all farther from the centre line than this, and on both sides of it. */
    static Pattern avoiding(int length, double sigmas) {
        return series ->
                stretches(series, length, point -> point.beyond(sigmas) ? Heading.UP : Heading.NEITHER).stream()
                        .filter(found -> found.points().stream()
                                        .map(Deviation::side)
                                        .distinct()
                                        .count()
                                == 2)
                        .map(found -> new Found(Heading.NEITHER, found.points()))
                        .toList();
    }

    /** Longest stretches of one heading, at least so long. */
    private static List<Found> stretches(List<Deviation> series, int length, Function<Deviation, Heading> kind) {
        List<Found> found = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= series.size(); i++) {
            Heading heading = kind.apply(series.get(start));
            if (i == series.size() || kind.apply(series.get(i)) != heading) {
                if (heading != Heading.NEITHER && i - start >= length) {
                    found.add(new Found(heading, List.copyOf(series.subList(start, i))));
                }
                start = i;
            }
        }
        return found;
    }

    /** From the point before to this one; none at either end of the series. */
    private static Heading step(List<Deviation> series, int i) {
        if (i < 1 || i >= series.size()) {
            return Heading.NEITHER;
        }
        return Heading.of(series.get(i).value() - series.get(i - 1).value());
    }

    private static List<Found> clusters(List<Deviation> series, int enough, int window, Heading side, double sigmas) {
        List<Found> found = new ArrayList<>();
        List<Deviation> current = new ArrayList<>();
        for (int end = window; end <= series.size(); end++) {
            List<Deviation> beyond = new ArrayList<>(window);
            for (Deviation point : series.subList(end - window, end)) {
                if (point.side() == side && point.beyond(sigmas)) {
                    beyond.add(point);
                }
            }
            if (beyond.size() < enough) {
                continue;
            }
            if (!current.isEmpty() && !current.contains(beyond.getFirst())) {
                found.add(new Found(side, List.copyOf(current)));
                current.clear();
            }
            beyond.removeAll(current);
            current.addAll(beyond);
        }
        if (!current.isEmpty()) {
            found.add(new Found(side, List.copyOf(current)));
        }
        return found;
    }
}
