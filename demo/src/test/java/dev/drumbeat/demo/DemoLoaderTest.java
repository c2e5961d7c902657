package dev.drumbeat.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.demo.api.ApiException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoLoaderTest {
    private static final Instant SUNDAY_NOON = Instant.parse("2026-11-22T17:00:00Z");

    private final FakeHouse house = new FakeHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_load_enters_everything_by_the_people_who_may() {
        String told = load(SUNDAY_NOON);

        assertThat(of("CreateCompany")).hasSize(12).allMatch(fact -> fact.startsWith(FakeHouse.ADMIN_EMAIL));
        assertThat(of("CreatePerson")).hasSize(37);
        assertThat(of("CreatePartnership")).hasSize(11);
        assertThat(of("GrantMembership")).hasSize(66);
        assertThat(of("CreateKpi")).hasSize(56).allMatch(fact -> fact.startsWith("ops@scms.example"));
        assertThat(of("ProposeTarget")).hasSize(96 + 2);
        assertThat(of("DecideTarget")).hasSize(96).noneMatch(fact -> fact.contains("scms.example"));
        assertThat(of("ProposeCorrection")).hasSize(2);
        assertThat(of("DecideCorrection")).hasSize(1).allMatch(fact -> fact.startsWith("leader@scms.example"));
        assertThat(of("AddNote")).hasSize(3);
        assertThat(told).contains("11 partnerships", "Loaded in");
    }

    @Test
    void the_real_figures_come_as_one_file_for_each_vendor_and_the_made_up_ones_by_hand() {
        load(SUNDAY_NOON);

        List<String> files = of("RecordMeasurements").stream()
                .filter(fact -> fact.startsWith("ops@scms.example"))
                .toList();
        assertThat(files).hasSize(10);
        assertThat(files.stream()
                        .mapToLong(fact -> FakeHouse.input(fact)
                                        .path("csv")
                                        .asText()
                                        .lines()
                                        .count()
                                - 1)
                        .sum())
                .isEqualTo(4_585);
        assertThat(files)
                .anySatisfy(fact -> assertThat(FakeHouse.input(fact).path("csv").asText())
                        .startsWith("kpi,period,value,numerator,denominator\r\non-time-delivery,2018-10,,")
                        .contains("freight-burden,2026-10,no activity,,"));
        assertThat(of("RecordMeasurements"))
                .filteredOn(fact -> fact.startsWith("ops@larkfield.example"))
                .hasSize(3);
    }

    @Test
    void a_second_load_changes_nothing_asks_once_and_prints_the_sign_ins_again() {
        load(SUNDAY_NOON);
        List<String> facts = house.facts();
        int asked = house.asked();

        String told = load(SUNDAY_NOON.plusSeconds(90 * 86_400L));

        assertThat(house.facts()).isEqualTo(facts);
        assertThat(house.asked()).isEqualTo(asked + 1);
        assertThat(told)
                .contains("loaded already", "steady-drumbeat", "cipla.example", "Nikhil Joshi", "admin@scms.example");
    }

    @Test
    void a_load_that_was_interrupted_anywhere_goes_on_next_month_with_the_dates_it_began_with() {
        try (var untouched = new FakeHouse()) {
            load(untouched, SUNDAY_NOON);
            for (int changes : List.of(0, 1, 40, 100, 100, 100)) {
                house.crashAfter(changes);
                assertThatThrownBy(() -> load(SUNDAY_NOON)).hasMessageContaining(FakeHouse.OUR_FAULT);
            }
            house.recover();

            load(SUNDAY_NOON.plusSeconds(14 * 86_400L));

            assertThat(house.facts()).isEqualTo(untouched.facts());
            assertThat(new HashSet<>(house.facts())).hasSameSizeAs(house.facts());
        }
    }

    @Test
    void a_membership_not_known_yet_and_a_service_gone_for_a_moment_do_not_stop_a_load() {
        house.goneOnceAt("WhatIsThere");
        house.stumbleAt("CreateKpi");
        house.stumbleAt("DecideTarget");

        assertThat(load(SUNDAY_NOON)).contains("Loaded in");

        assertThat(of("CreateKpi")).hasSize(56);
        assertThat(of("DecideTarget")).hasSize(96);
    }

    @Test
    void the_last_complete_month_is_the_owners_not_the_loading_machines() {
        load(Instant.parse("2026-12-01T03:00:00Z"));

        assertThat(of("CreatePartnership")).anyMatch(fact -> fact.contains("August 2015 reads October 2026"));
    }

    @Test
    void a_refused_administrator_and_a_missing_setting_are_told_plainly() {
        assertThatThrownBy(() -> loader(Map.of(), SUNDAY_NOON).run())
                .isInstanceOf(ApiException.class)
                .hasMessage("Set DRUMBEAT_ADMIN_EMAIL to the account that sets up the house.");
        Map<String, String> wrong = new HashMap<>(environment(house));
        wrong.put("DRUMBEAT_ADMIN_PASSWORD", "not-the-password");
        assertThatThrownBy(() -> loader(wrong, SUNDAY_NOON).run())
                .hasMessageContaining(FakeHouse.ADMIN_EMAIL + " can't sign in")
                .hasMessageContaining("The e-mail address or the password is not right.");
        assertThat(house.facts()).isEmpty();
    }

    private List<String> of(String operation) {
        return house.facts().stream()
                .filter(fact -> fact.split(" ", 3)[1].equals(operation))
                .toList();
    }

    private String load(Instant when) {
        return load(house, when);
    }

    private static String load(FakeHouse house, Instant when) {
        var told = new ByteArrayOutputStream();
        new DemoLoader(
                        environment(house),
                        Clock.fixed(when, ZoneOffset.UTC),
                        new PrintStream(told, true, StandardCharsets.UTF_8))
                .run();
        return told.toString(StandardCharsets.UTF_8);
    }

    private static DemoLoader loader(Map<String, String> environment, Instant when) {
        return new DemoLoader(environment, Clock.fixed(when, ZoneOffset.UTC), System.out);
    }

    private static Map<String, String> environment(FakeHouse house) {
        return Map.of(
                "DRUMBEAT_URL", house.address().toString(),
                "DRUMBEAT_ADMIN_EMAIL", FakeHouse.ADMIN_EMAIL,
                "DRUMBEAT_ADMIN_PASSWORD", FakeHouse.ADMIN_PASSWORD);
    }
}
