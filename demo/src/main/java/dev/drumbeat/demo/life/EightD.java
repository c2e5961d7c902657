package dev.drumbeat.demo.life;

import java.util.List;

/**
 * What is written on an action about a KPI. Invented, and says so: the real data tell that something was late, not why.
 *
 * @param occurrenceWhys why it happened, from the symptom down
 * @param escapeWhys why it was not caught before
 */
record EightD(
        String containment, List<String> occurrenceWhys, List<String> escapeWhys, String permanent, String systemic) {

    static EightD of(String kpi) {
        return switch (kpi) {
            case "on-time-delivery", "days-late" ->
                new EightD(
                        "Demo text: every open order is checked against its promised date each morning; orders at risk are split so that"
                                + " what is urgent leaves first.",
                        List.of(
                                "Orders left the factory after their promised date.",
                                "They waited for the release of the batch.",
                                "The release waited for documents of the country of destination.",
                                "Those documents are asked for only when the goods are packed.",
                                "The order form has no list of documents for each destination."),
                        List.of(
                                "The buyer learned of it on the promised date.",
                                "Release dates are not compared with promised dates before packing.",
                                "The release plan is not shared between the companies."),
                        "Demo text: a list of documents for each destination becomes part of the order form.",
                        "Demo text: the release plan is shared weekly and compared with promised dates at the sync.");
            case "expedite-share" ->
                new EightD(
                        "Demo text: air freight needs the consent of both OPS leads until the cause is gone.",
                        List.of(
                                "More lines than agreed went by air.",
                                "Their orders came later than the lead time allows.",
                                "The forecast for the quarter was confirmed three weeks late.",
                                "Nobody is named to confirm it while the planner is away."),
                        List.of(
                                "It was seen on the freight invoice only.",
                                "The mode of transport is chosen without showing what the agreed share is."),
                        "Demo text: a deputy confirms the forecast; the date stands in both calendars.",
                        "Demo text: the order screen shows this quarter's share before air freight is chosen.");
            case "freight-burden" ->
                new EightD(
                        "Demo text: shipments below a full pallet are held for the next consolidated departure unless a patient depends on"
                                + " them.",
                        List.of(
                                "Freight was a larger part of the value than agreed.",
                                "Many small shipments went to the same destination.",
                                "Call-offs come by clinic, not by week.",
                                "The system releases each call-off at once."),
                        List.of("Nobody looks at cost by departure.", "The monthly report adds all destinations up."),
                        "Demo text: call-offs of a week are released together for each destination.",
                        "Demo text: the monthly report shows freight by destination.");
            case "lead-time" ->
                new EightD(
                        "Demo text: a buffer of four weeks is kept of the two slowest products.",
                        List.of(
                                "Orders took longer than agreed from order to delivery.",
                                "They waited for one active ingredient.",
                                "Its second source was never released.",
                                "The release stopped when the engineer left."),
                        List.of(
                                "The ingredient's stock is not visible to the buyer.",
                                "Lead time is reviewed once a quarter only."),
                        "Demo text: the second source's release is finished, with an owner and a date.",
                        "Demo text: single-sourced ingredients stand on the monthly review's agenda.");
            default ->
                new EightD(
                        "Made up: every lot of the line is measured twice, and lots of the last two weeks are sorted.",
                        List.of(
                                "Strips were cut outside their width.",
                                "The blades of set 2 were blunt.",
                                "Their planned change was skipped.",
                                "Maintenance yields to production in busy months, without a rule."),
                        List.of(
                                "The drift was inside the tolerance of each single inspection.",
                                "Nobody looks at the trend between inspections."),
                        "Made up: blades are changed by count of cuts; the machine stops at the limit.",
                        "Made up: planned maintenance may be moved by one week at most, on every line.");
        };
    }
}
