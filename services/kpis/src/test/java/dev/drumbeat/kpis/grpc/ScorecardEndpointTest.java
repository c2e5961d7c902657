package dev.drumbeat.kpis.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.kpis.process.House;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.ScorecardState;
import dev.drumbeat.proto.kpis.v1.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Today is 2026-11-22. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScorecardEndpointTest {
    private House house;

    @BeforeAll
    void open() {
        house = new House();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void aPageIsADraftThatSaysWhatIsMissingUntilItHasAGoalAndThreeDrivers() {
        Partnership partnership = new Partnership(house, "draft", "Europe/Berlin");
        assertThat(partnership.scorecard().getState()).isEqualTo(ScorecardState.SCORECARD_STATE_DRAFT);
        assertThat(partnership.scorecard().getMissingList()).hasSize(2);
        partnership.published();
        assertThat(partnership.scorecard().getState()).isEqualTo(ScorecardState.SCORECARD_STATE_PUBLISHED);
        assertThat(partnership.scorecard().getMissingList()).isEmpty();
    }

    @Test
    void figuresAreJudgedByTheTargetAndARedOpensAnEpisode() {
        Partnership partnership = new Partnership(house, "red", "America/Bahia_Banderas");
        partnership.published();
        partnership.target("otd", "2026-01", "95", "90");
        partnership.months("otd", "2026-07", 95, 94, 90, 89);
        KpiStanding goal = partnership.standing("otd");
        assertThat(goal.getSeries().getPeriodsList()).containsExactly("2026-07", "2026-08", "2026-09", "2026-10");
        assertThat(goal.getSeries().getStatusesList())
                .containsExactly(Status.STATUS_GREEN, Status.STATUS_AMBER, Status.STATUS_AMBER, Status.STATUS_RED);
        assertThat(goal.getStatus()).isEqualTo(Status.STATUS_RED);
        assertThat(goal.getValue()).isEqualTo("89");
        assertThat(goal.getChange()).isEqualTo("-1");
        Scorecard scorecard = partnership.scorecard();
        assertThat(scorecard.getOpenEpisodesList()).singleElement().satisfies(episode -> {
            assertThat(episode.getName()).isEqualTo("partnerships/red/redEpisodes/otd@2026-10");
            assertThat(episode.getState()).isEqualTo(EpisodeState.EPISODE_STATE_OPEN);
            assertThat(episode.getLastValue()).isEqualTo("89");
            assertThat(episode.getLastTarget()).isEqualTo("95");
        });
    }

    @Test
    void thePortfolioShowsTheWorstFirst() {
        for (String id : new String[] {"good", "bad", "late"}) {
            Partnership partnership = new Partnership(house, id, "Europe/Berlin");
            partnership.published();
            partnership.target("otd", "2026-01", "95", "90");
            house.directory.person(
                    "boss",
                    partnership.name(),
                    dev.drumbeat.platform.domain.Side.OWNER,
                    dev.drumbeat.platform.domain.Role.LEADER);
        }
        new Partnership(house, "good", "Europe/Berlin").months("otd", "2026-09", 96, 96);
        new Partnership(house, "bad", "Europe/Berlin").months("otd", "2026-09", 96, 80);
        new Partnership(house, "late", "Europe/Berlin").months("otd", "2026-08", 96);
        ListPortfolioResponse portfolio =
                house.as("people/boss").listPortfolio(ListPortfolioRequest.getDefaultInstance());
        assertThat(portfolio.getLinesList())
                .extracting(line -> line.getPartnership())
                .containsExactly("partnerships/bad", "partnerships/late", "partnerships/good");
        assertThat(portfolio.getTotalSize()).isEqualTo(3);
        assertThat(portfolio.getLines(1).getGoal().getStatus()).isEqualTo(Status.STATUS_STALE);
        assertThat(portfolio.getLines(1).getGoal().getStalePeriod()).isEqualTo("2026-09");
    }
}
