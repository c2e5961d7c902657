package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts and standings as the audit trail tells of them. */
final class FactText {
    private FactText() {}

    static String opened(CorrectiveAction action) {
        return Json.object(
                "number",
                action.number(),
                "origin",
                action.origin(),
                "title",
                action.topic().title(),
                "problem",
                action.topic().problem(),
                "kpi",
                action.topic().kpi());
    }

    static String standing(ActionStanding standing) {
        return Json.object(state(standing).toArray());
    }

    static String standing(ActionStanding standing, Fact fact) {
        List<Object> all = state(standing);
        all.addAll(List.of("what", what(fact)));
        return Json.object(all.toArray());
    }

    private static List<Object> state(ActionStanding standing) {
        List<Object> parts = new ArrayList<>(List.of("state", standing.state()));
        standing.agreed()
                .ifPresent(
                        agreed -> parts.addAll(List.of("owner", agreed.owner().person(), "dueDate", agreed.dueDate())));
        return parts;
    }

    /** What the trail calls it. */
    static String step(Fact fact) {
        return switch (fact) {
            case Fact.EpisodeLinked linked ->
                switch (linked.link()) {
                    case FIRST -> "action.red_linked";
                    case CONTINUES -> "action.red_continued";
                    case RECURRED -> "action.red_recurred";
                };
            case Fact.EpisodeVoided unused -> "action.red_voided";
            case Fact.EpisodeRevived unused -> "action.red_revived";
            case Fact.OwnerProposed unused -> "action.owner_proposed";
            case Fact.OwnerAccepted unused -> "action.owner_accepted";
            case Fact.OwnerLeft unused -> "action.owner_left";
            case Fact.Contained unused -> "action.contained";
            case Fact.RootCauseFound unused -> "action.root_cause_found";
            case Fact.StepsPlanned unused -> "action.planned";
            case Fact.StepCompleted unused -> "action.step_completed";
            case Fact.Judged unused -> "action.judged";
            case Fact.ClosureAccepted unused -> "action.closed";
            case Fact.Withdrawn unused -> "action.voided";
            case Fact.Escalated unused -> "action.escalated";
            case Fact.LadderChanged unused -> "action.ladder_changed";
            case Fact.Commented unused -> "action.commented";
            case Fact.EvidenceAdded unused -> "action.evidence_added";
        };
    }

    static String reason(Fact fact) {
        return switch (fact) {
            case Fact.OwnerProposed proposed -> proposed.reason();
            case Fact.Withdrawn withdrawn -> withdrawn.reason();
            case Fact.EpisodeLinked unused -> "";
            case Fact.EpisodeVoided unused -> "";
            case Fact.EpisodeRevived unused -> "";
            case Fact.OwnerAccepted unused -> "";
            case Fact.OwnerLeft unused -> "";
            case Fact.Contained unused -> "";
            case Fact.RootCauseFound unused -> "";
            case Fact.StepsPlanned unused -> "";
            case Fact.StepCompleted unused -> "";
            case Fact.Judged unused -> "";
            case Fact.ClosureAccepted unused -> "";
            case Fact.Escalated unused -> "";
            case Fact.LadderChanged unused -> "";
            case Fact.Commented unused -> "";
            case Fact.EvidenceAdded unused -> "";
        };
    }

    private static Map<String, ?> what(Fact fact) {
        return switch (fact) {
            case Fact.EpisodeLinked linked -> parts("episode", linked.episode(), "redAt", linked.redAt());
            case Fact.EpisodeVoided voided -> parts("episode", voided.episode());
            case Fact.EpisodeRevived revived -> parts("episode", revived.episode());
            case Fact.OwnerProposed proposed ->
                parts("owner", proposed.owner().person(), "dueDate", proposed.dueDate());
            case Fact.OwnerAccepted accepted -> parts("as", accepted.part());
            case Fact.OwnerLeft unused -> Map.of();
            case Fact.Contained contained -> parts("text", contained.text());
            case Fact.RootCauseFound found ->
                parts("occurrenceWhys", found.occurrenceWhys(), "escapeWhys", found.escapeWhys());
            case Fact.StepsPlanned planned ->
                parts("steps", planned.steps().stream().map(FactText::step).toList());
            case Fact.StepCompleted completed -> parts("step", completed.stepId());
            case Fact.Judged judged -> parts("periodsPassed", judged.periodsPassed());
            case Fact.ClosureAccepted unused -> Map.of();
            case Fact.Withdrawn unused -> Map.of();
            case Fact.Escalated escalated ->
                parts("rung", escalated.rung(), "metAt", escalated.metAt(), "notified", escalated.notified());
            case Fact.LadderChanged changed -> parts("times", changed.times().toString());
            case Fact.Commented commented -> parts("text", commented.text());
            case Fact.EvidenceAdded added -> parts("title", added.title(), "url", added.url());
        };
    }

    private static Map<String, ?> step(Step step) {
        return parts(
                "id",
                step.id(),
                "kind",
                step.kind(),
                "text",
                step.text(),
                "owner",
                step.owner().person(),
                "dueDate",
                step.dueDate());
    }

    private static Map<String, @Nullable Object> parts(Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<Object> all = Arrays.asList(namesAndValues);
        for (int i = 0; i < all.size(); i += 2) {
            map.put(all.get(i).toString(), all.get(i + 1));
        }
        return map;
    }
}
