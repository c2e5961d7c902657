package dev.drumbeat.cadence.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.cadence.FakeSources;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What an agenda owes to its readers, whatever the data say and whoever is out of reach. */
class AgendaTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Duration LENGTH = Duration.ofMinutes(45);
    private static final List<String> STATUSES = List.of("RED", "AMBER", "GREEN", "STALE", "NO_DATA");

    @Property(tries = 300)
    void no_live_red_is_ever_missing_and_none_comes_twice(
            @ForAll @Size(max = 8) List<@IntRange(max = 24) Integer> kpis,
            @ForAll @Size(max = 8) List<@IntRange(max = 31) Integer> actions,
            @ForAll Set<Part> outOfReach) {
        Findings findings = findings(kpis, actions, EnumSet.noneOf(Part.class));
        Agenda started = Agenda.EMPTY.compared(findings, asked(findings), List.of(), true, LENGTH);
        Set<String> reds = findings.kpis().orNone().stream()
                .filter(KpiFact::isRed)
                .map(KpiFact::kpi)
                .collect(Collectors.toSet());
        assertHoldsEachOnce(started, reds);

        // Whoever can't be reached next takes nothing away.
        Findings partial = findings(kpis, actions, outOfReach);
        Agenda later = started.compared(partial, asked(partial), List.of(), true, LENGTH);
        assertHoldsEachOnce(later, reds);
        assertThat(later.missing()).containsExactlyElementsOf(new java.util.TreeSet<>(outOfReach));

        // And when everybody is back it is as it was.
        assertThat(later.compared(findings, asked(findings), List.of(), true, LENGTH)
                        .items())
                .isEqualTo(started.items());
    }

    @Property(tries = 200)
    void comparing_again_changes_nothing(
            @ForAll @Size(max = 8) List<@IntRange(max = 24) Integer> kpis,
            @ForAll @Size(max = 8) List<@IntRange(max = 31) Integer> actions) {
        Findings findings = findings(kpis, actions, EnumSet.noneOf(Part.class));
        Agenda once = Agenda.EMPTY.compared(findings, asked(findings), List.of(), true, LENGTH);
        assertThat(once.compared(findings, asked(findings), List.of(), true, LENGTH)
                        .saysTheSameAs(once))
                .isTrue();
        assertThat(once.items()).isSortedAccordingTo(java.util.Comparator.comparing(AgendaItem::kind));
    }

    @Test
    void an_owner_who_is_agreed_turns_the_item_and_keeps_its_note() {
        Findings unowned =
                known(List.of(FakeSources.fact("otd", "RED", "RED")), List.of(FakeSources.action(1, "otd", null)));
        Agenda before = Agenda.EMPTY.compared(unowned, asked(unowned), List.of(), true, LENGTH);
        String id = before.items().getFirst().id();
        Agenda noted = before.changed(id, item -> item.edited(1, null, "Mei takes it", null));
        Findings owned = known(
                List.of(FakeSources.fact("otd", "RED", "RED")), List.of(FakeSources.action(1, "otd", "2026-11-27")));
        AgendaItem after = noted.compared(owned, asked(owned), List.of(), true, LENGTH)
                .items()
                .getFirst();
        assertThat(after.id()).isEqualTo(id);
        assertThat(after.kind()).isEqualTo(ItemKind.DUE_ACTION);
        assertThat(after.note()).isEqualTo("Mei takes it");
        assertThat(after.closed(after.revision(), ItemState.DONE, "").state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void what_the_data_no_longer_ask_for_stays_while_the_meeting_runs_and_goes_before() {
        Findings amber = known(List.of(FakeSources.fact("cost", "AMBER", "GREEN")), List.of());
        Findings green = known(List.of(FakeSources.fact("cost", "GREEN", "GREEN")), List.of());
        Agenda planned = Agenda.EMPTY.compared(amber, asked(amber), List.of(), false, LENGTH);
        assertThat(planned.compared(green, asked(green), List.of(), false, LENGTH)
                        .items())
                .isEmpty();
        assertThat(planned.compared(green, asked(green), List.of(), true, LENGTH)
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item.live()).isFalse());
    }

    @Property(tries = 200)
    void what_people_ordered_stays_ordered_whatever_the_data_say_next(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(max = 24) Integer> kpis,
            @ForAll @Size(max = 8) List<@IntRange(max = 31) Integer> actions,
            @ForAll @Size(max = 12) List<@IntRange(max = 24) Integer> kpisLater,
            @ForAll @IntRange(max = 7) int from,
            @ForAll @IntRange(max = 7) int to) {
        Findings findings = findings(kpis, actions, EnumSet.noneOf(Part.class));
        Agenda agenda = Agenda.EMPTY.compared(findings, asked(findings), List.of(), true, LENGTH);
        Assume.that(agenda.items().size() > 1);
        String item = agenda.items().get(from % agenda.items().size()).id();
        String before = agenda.items().get(to % agenda.items().size()).id();
        Assume.that(!item.equals(before));
        Agenda ordered = agenda.moved(item, before);
        assertThat(ordered.items()).containsExactlyInAnyOrderElementsOf(agenda.items());
        assertThat(ids(ordered).indexOf(before) - ids(ordered).indexOf(item)).isEqualTo(1);
        assertThat(ids(agenda.moved(item, ""))).endsWith(item);

        Findings later = findings(kpisLater, actions, EnumSet.noneOf(Part.class));
        Agenda next = ordered.compared(later, asked(later), List.of(), true, LENGTH);
        assertThat(ids(next)).containsSubsequence(ids(ordered));
        assertThat(next.compared(later, asked(later), List.of(), true, LENGTH).saysTheSameAs(next))
                .isTrue();
    }

    private static List<String> ids(Agenda agenda) {
        return agenda.items().stream().map(AgendaItem::id).toList();
    }

    private static void assertHoldsEachOnce(Agenda agenda, Set<String> reds) {
        List<String> about = agenda.items().stream()
                .filter(AgendaItem::isLiveRed)
                .map(item -> item.facts().kpi())
                .toList();
        assertThat(about).doesNotHaveDuplicates();
        assertThat(about).containsExactlyInAnyOrderElementsOf(reds);
        assertThat(agenda.items().stream().map(AgendaItem::id)).doesNotHaveDuplicates();
    }

    private static List<AgendaItem> asked(Findings findings) {
        return new Asking("partnerships/acme", findings, List.of(), TODAY, TODAY.plusWeeks(1)).items();
    }

    private static Findings findings(List<Integer> kpis, List<Integer> actions, Set<Part> outOfReach) {
        List<KpiFact> facts = new ArrayList<>();
        for (int i = 0; i < kpis.size(); i++) {
            facts.add(FakeSources.fact("k" + i, STATUSES.get(kpis.get(i) / 5), STATUSES.get(kpis.get(i) % 5)));
        }
        List<ActionFact> open = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            int seed = actions.get(i);
            String due =
                    seed % 4 == 0 ? null : seed % 4 == 1 ? "2026-11-20" : seed % 4 == 2 ? "2026-11-28" : "2027-02-01";
            open.add(FakeSources.action(i + 1, "k" + seed / 4, due));
        }
        return new Findings(
                outOfReach.contains(Part.KPIS) ? new Seen.OutOfReach<>() : new Seen.Known<>(facts, NOW),
                outOfReach.contains(Part.ACTIONS) ? new Seen.OutOfReach<>() : new Seen.Known<>(open, NOW),
                outOfReach.contains(Part.INCENTIVES) ? new Seen.OutOfReach<>() : new Seen.Known<>(List.of(), NOW),
                NOW);
    }

    private static Findings known(List<KpiFact> kpis, List<ActionFact> actions) {
        return new Findings(
                new Seen.Known<>(kpis, NOW), new Seen.Known<>(actions, NOW), new Seen.Known<>(List.of(), NOW), NOW);
    }
}
