package dev.drumbeat.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.cadence.agenda.Part;
import dev.drumbeat.proto.cadence.v1.AgendaItem;
import dev.drumbeat.proto.cadence.v1.AgendaPart;
import dev.drumbeat.proto.cadence.v1.ExportFormat;
import dev.drumbeat.proto.cadence.v1.ItemKind;
import dev.drumbeat.proto.cadence.v1.Meeting;
import org.junit.jupiter.api.Test;

/** The agenda that writes itself, and who reads what of it. */
class AgendaStoryTest extends SyncStory {
    @Test
    void the_agenda_says_what_it_does_not_know_and_completes_itself() {
        house.sources.kpi("otd", "RED", "RED");
        house.sources.put(1, "otd", "2026-11-01");
        house.sources.lose(Part.ACTIONS);
        Meeting started = start("owner-ops");
        assertThat(started.getMissingPartsList())
                .extracting(part -> part.getPart())
                .containsExactly(AgendaPart.AGENDA_PART_ACTIONS);
        assertThat(started.getMissingParts(0).hasLastKnownAt()).isFalse();
        assertThat(item(started, "KPI otd").getFacts().hasUnownedSince()).isFalse();

        house.sources.find(Part.ACTIONS);
        house.sweeping.follow();
        Meeting complete = get("owner-viewer");
        assertThat(complete.getMissingPartsList()).isEmpty();
        assertThat(complete.getItemsList()).singleElement().satisfies(item -> {
            assertThat(item.getKind()).isEqualTo(ItemKind.ITEM_KIND_OVERDUE_ACTION);
            assertThat(item.getItemId()).isEqualTo(started.getItems(0).getItemId());
        });

        // Out of reach again, what was known stays.
        house.sources.lose(Part.ACTIONS);
        house.sources.lose(Part.KPIS);
        house.sweeping.follow();
        assertThat(get("owner-viewer").getItemsList()).isEqualTo(complete.getItemsList());
        assertThat(get("owner-viewer").getMissingPartsList()).hasSize(2).allMatch(part -> part.hasLastKnownAt());
        // Without a change nothing is written, whoever sweeps and how often.
        long revision = get("owner-viewer").getRevision();
        house.sweeping.follow();
        assertThat(get("owner-viewer").getRevision()).isEqualTo(revision);
    }

    @Test
    void minutes_say_what_the_meeting_went_without() {
        house.sources.kpi("otd", "RED", "RED");
        house.sources.lose(Part.ACTIONS);
        start("owner-ops");
        end("owner-ops", "Nobody could be asked");
        assertThat(get("partner-ops").getMissingPartsList())
                .extracting(part -> part.getPart())
                .containsExactly(AgendaPart.AGENDA_PART_ACTIONS);
        assertThat(export(ExportFormat.EXPORT_FORMAT_MARKDOWN, "en"))
                .contains("## Out of reach when the meeting ended\n\n- Owners and due actions")
                .contains("Red, owner not known: **KPI otd**")
                .doesNotContain("Red without owner");
        assertThat(export(ExportFormat.EXPORT_FORMAT_CSV, "de"))
                .contains(
                        "missing,,Verantwortliche und fällige Maßnahmen",
                        "\"Rot, Verantwortliche nicht bekannt\",KPI otd");
    }

    @Test
    void money_is_only_for_who_may_read_it() {
        house.sources.statement("q3");
        assertThat(get("owner-leader").getItemsList())
                .extracting(AgendaItem::getKind)
                .containsExactly(ItemKind.ITEM_KIND_STATEMENT_TO_SIGN);
        assertThat(get("partner-ops").getItemsList()).isEmpty();
        assertThat(get("owner-viewer").getItemsList()).isEmpty();
    }
}
