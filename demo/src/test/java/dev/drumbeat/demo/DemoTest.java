package dev.drumbeat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.demo.Verdicts.Band;
import dev.drumbeat.demo.plan.CompanyPlan;
import dev.drumbeat.demo.plan.DemoPlan;
import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.Happening;
import dev.drumbeat.demo.plan.KpiDefinition;
import dev.drumbeat.demo.plan.KpiDefinition.Direction;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.PersonPlan;
import dev.drumbeat.demo.plan.PlannedTarget;
import dev.drumbeat.demo.scms.ScmsPartnerships;
import dev.drumbeat.demo.yield.YieldPartnership;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    private final DemoPlan plan = Demo.plan(Demo.cast(), Demo.Dates.loadedOn(SUNDAY));

    @Test
    void the_ten_vendors_and_the_made_up_one_have_one_owner() {
        assertThat(plan.partnerships())
                .extracting(PartnershipPlan::slug)
                .containsExactly(
                        "orgenics",
                        "s-buys-wholesaler",
                        "aurobindo",
                        "trinity-biotech",
                        "abbvie",
                        "pharmacy-direct",
                        "mylan",
                        "hetero",
                        "cipla",
                        "chembio",
                        "larkfield");
        assertThat(plan.cast().owner().displayName()).contains("demo");
    }

    @Test
    void every_page_can_be_published_with_one_goal_and_three_to_five_drivers() {
        assertThat(plan.partnerships()).allSatisfy(partnership -> {
            assertThat(roles(partnership, KpiDefinition.Role.GOAL)).isEqualTo(1);
            assertThat(roles(partnership, KpiDefinition.Role.DRIVER)).isBetween(3L, 5L);
        });
    }

    @Test
    void everybody_has_a_name_and_an_address_of_their_own_in_a_domain_that_cannot_exist() {
        List<PersonPlan> people = Stream.concat(
                        Stream.of(plan.cast().administrator()),
                        plan.cast().companies().stream()
                                .map(CompanyPlan::people)
                                .flatMap(team -> team.values().stream()))
                .toList();

        assertThat(people).hasSize(12 * 3 + 1);
        assertThat(people)
                .extracting(PersonPlan::slug)
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z]+(-[a-z]+)+"));
        assertThat(people)
                .extracting(PersonPlan::email)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.endsWith(".example"));
        assertThat(People.PASSWORD).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void the_notices_say_where_the_figures_come_from_and_how_far_the_dates_are_moved() {
        assertThat(notice("cipla"))
                .contains("Real deliveries", "USAID", "134 months", "August 2015 reads October 2026", "invented");
        assertThat(notice("larkfield")).startsWith("Made up").contains("2026-W46");
    }

    @Test
    void a_load_that_goes_on_finds_its_dates_in_the_notices() {
        assertThat(ScmsPartnerships.monthsMovedIn(notice("cipla"))).isEqualTo(OptionalInt.of(134));
        assertThat(YieldPartnership.lastWeekIn(notice("larkfield")).orElseThrow())
                .isEqualTo(Demo.Dates.loadedOn(SUNDAY).lastWeek());
    }

    @Test
    void periods_end_with_the_last_complete_month_and_week_across_the_turn_of_the_year() {
        var newYear = Demo.Dates.loadedOn(LocalDate.of(2027, 1, 1));

        assertThat(newYear.shift().months()).isEqualTo(136);
        assertThat(newYear.lastWeek()).hasToString("2026-W52");
        assertThat(Demo.Dates.loadedOn(LocalDate.of(2027, 1, 4)).lastWeek()).hasToString("2026-W53");
    }

    @Test
    void only_the_dates_depend_on_the_day_of_the_load() {
        var later = Demo.plan(Demo.cast(), Demo.Dates.loadedOn(SUNDAY.plusYears(2)));

        for (int i = 0; i < plan.partnerships().size(); i++) {
            assertThat(figures(later.partnerships().get(i)))
                    .isEqualTo(figures(plan.partnerships().get(i)));
        }
    }

    @Test
    void every_target_has_a_reason_and_its_red_limit_on_the_worse_side() {
        for (PartnershipPlan partnership : plan.partnerships()) {
            for (PlannedTarget target : partnership.targets()) {
                KpiDefinition kpi = partnership.kpis().stream()
                        .filter(defined -> defined.slug().equals(target.kpi()))
                        .findFirst()
                        .orElseThrow();
                int side = target.redLimit().compareTo(target.value());
                assertThat(side).as(target.toString()).isEqualTo(kpi.direction() == Direction.LOWER_IS_BETTER ? 1 : -1);
                assertThat(target.reason()).isNotBlank();
            }
        }
    }

    @Test
    void every_page_has_a_target_that_was_changed_in_its_history_but_the_young_one() {
        assertThat(plan.partnerships())
                .filteredOn(partnership -> !partnership.slug().equals("pharmacy-direct"))
                .allMatch(partnership -> partnership.targets().stream()
                                .filter(target -> target.kpi().equals(goal(partnership)))
                                .count()
                        >= 2);
    }

    @Test
    void the_last_year_of_the_real_figures_is_mostly_green_with_some_amber_and_red() {
        Map<Band, Integer> mix = new EnumMap<>(Band.class);
        for (PartnershipPlan partnership : plan.partnerships().subList(0, 10)) {
            for (KpiDefinition kpi : partnership.kpis()) {
                List<Band> bands = Verdicts.of(partnership, kpi.slug());
                bands.subList(Math.max(0, bands.size() - 12), bands.size())
                        .forEach(band -> mix.merge(band, 1, Integer::sum));
            }
        }
        int all = mix.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(100.0 * mix.getOrDefault(Band.GREEN, 0) / all).isBetween(60.0, 85.0);
        assertThat(100.0 * mix.getOrDefault(Band.AMBER, 0) / all).isBetween(5.0, 25.0);
        assertThat(100.0 * mix.getOrDefault(Band.RED, 0) / all).isBetween(5.0, 25.0);
    }

    @Test
    void what_people_say_and_correct_is_about_the_made_up_figures_never_about_the_real_ones() {
        List<Happening> aboutRealOnes = new ArrayList<>();
        plan.partnerships().subList(0, 10).forEach(partnership -> aboutRealOnes.addAll(partnership.happenings()));

        assertThat(aboutRealOnes).isNotEmpty().allMatch(Happening.TargetProposed.class::isInstance);
    }

    @Test
    void the_proposal_for_cipla_tells_the_truth() {
        List<Band> last = Verdicts.of(partnership("cipla"), "on-time-delivery").reversed();

        assertThat(partnership("cipla").figures().stream()
                        .filter(figure -> figure.kpi().equals("on-time-delivery")
                                && figure.period().compareTo("2024-11") >= 0)
                        .flatMap(figure -> Verdicts.value(figure, true).stream()))
                .isNotEmpty()
                .allMatch(value -> value.intValueExact() == 100);
        assertThat(last.getFirst()).isEqualTo(Band.GREEN);
    }

    private static long roles(PartnershipPlan partnership, KpiDefinition.Role role) {
        return partnership.kpis().stream().filter(kpi -> kpi.role() == role).count();
    }

    private static String goal(PartnershipPlan partnership) {
        return partnership.kpis().stream()
                .filter(kpi -> kpi.role() == KpiDefinition.Role.GOAL)
                .findFirst()
                .orElseThrow()
                .slug();
    }

    private static List<Figure> figures(PartnershipPlan partnership) {
        return partnership.figures().stream().map(figure -> figure.figure()).toList();
    }

    private PartnershipPlan partnership(String slug) {
        return plan.partnerships().stream()
                .filter(partnership -> partnership.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private String notice(String slug) {
        return partnership(slug).dataNotice();
    }
}
