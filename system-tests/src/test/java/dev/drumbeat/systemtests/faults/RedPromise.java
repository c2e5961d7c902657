package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.Escalation;
import dev.drumbeat.proto.actions.v1.EscalationRung;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.actions.v1.ListActionsResponse;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesResponse;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.systemtests.api.Services;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What must be found whenever the dust has settled: no red without its one action, no escalation twice, missing or gone. */
final class RedPromise {
    private static final int PAGE = 100;
    private static final Set<ActionState> OVER =
            Set.of(ActionState.ACTION_STATE_CLOSED, ActionState.ACTION_STATE_VOIDED);

    private final Services services;
    private final String partnership;
    private final Clock clock;
    private final Map<String, Set<Escalation>> seen = new HashMap<>();

    RedPromise(Services services, String partnership, Clock clock) {
        this.services = services;
        this.partnership = partnership;
        this.clock = clock;
    }

    void holds() {
        List<RedEpisode> episodes = episodes();
        List<CorrectiveAction> actions = actions();
        Map<String, EpisodeState> states = new HashMap<>();
        episodes.forEach(episode -> states.put(episode.getName(), episode.getState()));
        for (RedEpisode episode : episodes) {
            if (episode.getState() == EpisodeState.EPISODE_STATE_OPEN) {
                assertThat(actions.stream()
                                .filter(action -> action.getRedEpisodesList().contains(episode.getName())))
                        .as("actions that answer %s", episode.getName())
                        .singleElement()
                        .satisfies(action -> assertThat(action.getState()).isNotIn(OVER));
            }
        }
        for (CorrectiveAction action : actions) {
            boolean voided = action.getRedEpisodesList().stream()
                    .allMatch(name -> states.get(name) == EpisodeState.EPISODE_STATE_VOIDED);
            assertThat(action.getState() == ActionState.ACTION_STATE_VOIDED)
                    .as("whether %s is voided", action.getName())
                    .isEqualTo(voided);
            escalationsHold(action);
        }
        assertThat(actions.stream().map(CorrectiveAction::getNumber).sorted())
                .as("numbers of actions")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, actions.size()).boxed().toList());
    }

    int actionsCount() {
        return actions().size();
    }

    int escalationsCount() {
        return actions().stream()
                .mapToInt(CorrectiveAction::getEscalationsCount)
                .sum();
    }

    private void escalationsHold(CorrectiveAction action) {
        Set<Escalation> now = new HashSet<>(action.getEscalationsList());
        assertThat(action.getEscalationsList())
                .as("escalations of %s, each once", action.getName())
                .hasSameSizeAs(now);
        assertThat(now)
                .as("no escalation of %s is gone", action.getName())
                .containsAll(seen.getOrDefault(action.getName(), Set.of()));
        assertThat(now.stream().map(escalation -> escalation.getRung() + "@" + at(escalation)))
                .as("escalations of %s that are due", action.getName())
                .containsAll(due(action));
        seen.put(action.getName(), now);
    }

    /** Rungs that an action must have recorded as it stands. */
    private List<String> due(CorrectiveAction action) {
        List<String> due = new ArrayList<>();
        if (action.hasUnownedSince()) {
            Instant since = Instant.ofEpochSecond(
                    action.getUnownedSince().getSeconds(),
                    action.getUnownedSince().getNanos());
            add(due, EscalationRung.ESCALATION_RUNG_UNOWNED_OPS, since.plus(Duration.ofDays(1)));
            add(due, EscalationRung.ESCALATION_RUNG_UNOWNED_LEADERS, since.plus(Duration.ofDays(3)));
        } else if (action.getState() == ActionState.ACTION_STATE_AGREED) {
            LocalDate date = LocalDate.parse(action.getDueDate());
            add(due, EscalationRung.ESCALATION_RUNG_OVERDUE_LEADERS, startOf(date.plusDays(2)));
            add(due, EscalationRung.ESCALATION_RUNG_OVERDUE_PORTFOLIO, startOf(date.plusDays(7)));
        }
        return due;
    }

    private void add(List<String> due, EscalationRung rung, Instant at) {
        if (!at.isAfter(clock.instant())) {
            due.add(rung + "@" + at);
        }
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant at(Escalation escalation) {
        return Instant.ofEpochSecond(
                escalation.getAt().getSeconds(), escalation.getAt().getNanos());
    }

    List<CorrectiveAction> actions() {
        List<CorrectiveAction> all = new ArrayList<>();
        String token = "";
        do {
            ListActionsRequest.Builder request = ListActionsRequest.newBuilder()
                    .setParent(partnership)
                    .setPageSize(PAGE)
                    .setPageToken(token);
            for (ActionState state : ActionState.values()) {
                if (state != ActionState.ACTION_STATE_UNSPECIFIED && state != ActionState.UNRECOGNIZED) {
                    request.addStates(state);
                }
            }
            ListActionsResponse page = Patience.until(
                    "actions are listed", () -> services.actions().listActions(request.build()));
            all.addAll(page.getActionsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    private List<RedEpisode> episodes() {
        List<RedEpisode> all = new ArrayList<>();
        String token = "";
        do {
            ListRedEpisodesRequest request = ListRedEpisodesRequest.newBuilder()
                    .setPartnership(partnership)
                    .setPageSize(PAGE)
                    .setPageToken(token)
                    .build();
            ListRedEpisodesResponse page =
                    Patience.until("episodes are listed", () -> services.kpis().listRedEpisodes(request));
            all.addAll(page.getRedEpisodesList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }
}
