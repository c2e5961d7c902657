package dev.drumbeat.kpis.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.kpis.process.House;
import dev.drumbeat.platform.domain.Grant;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.RoleTable;
import dev.drumbeat.platform.domain.Seat;
import dev.drumbeat.platform.grpc.ErrorDetails;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceBlockingStub;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.NewMeasurement;
import dev.drumbeat.proto.kpis.v1.Status;
import dev.drumbeat.testkit.GrpcHarness;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The role table decides on every call, and a partnership of others is as good as none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthorizationTest {
    private final House house = new House();
    private final Partnership mine = new Partnership(house, "mine", "Europe/Berlin");
    private final Partnership theirs = new Partnership(house, "their", "Europe/Berlin");

    @BeforeAll
    void setUp() {
        for (Partnership partnership : List.of(mine, theirs)) {
            partnership.published();
            partnership.target("otd", "2026-01", "95", "90");
            partnership.months("otd", "2026-08", 95, 90, 80);
        }
        house.directory.administrator("root");
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static String subject(Seat seat) {
        return switch (seat) {
            case TOKEN -> "tokens/mine-partner";
            case ADMIN -> "people/root";
            case OWNER_LEADER, OWNER_OPS, OWNER_VIEWER, PARTNER_LEADER, PARTNER_OPS, PARTNER_VIEWER ->
                "people/mine-" + seat.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    static Stream<Arguments> everyCallFromEverySeat() {
        List<Arguments> all = new ArrayList<>();
        for (Call call : Call.all()) {
            for (Seat seat : Seat.values()) {
                all.add(Arguments.of(call, seat));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyCallFromEverySeat")
    void theTableDecides(Call call, Seat seat) {
        Optional<Refusal> refusal = refusal(() -> call.ask().accept(house.as(subject(seat)), mine.name()));
        boolean refused =
                refusal.filter(found -> found.reason() == Reason.NOT_ALLOWED).isPresent();
        Grant grant = RoleTable.get().grant(call.activity(), seat);
        assertThat(refused).as("%s as %s: %s", call, seat, refusal).isEqualTo(grant == Grant.NO);
    }

    static List<Call> everyCall() {
        return Call.all();
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void aForeignPartnershipIsAnsweredLikeOneThatDoesNotExist(Call call) {
        for (String subject : List.of("people/mine-owner-ops", "people/mine-partner-leader", "tokens/mine-partner")) {
            KpisServiceBlockingStub stub = house.as(subject);
            Refusal foreign =
                    refusal(() -> call.ask().accept(stub, "partnerships/their")).orElseThrow();
            Refusal none = refusal(() -> call.ask().accept(stub, "partnerships/naught"))
                    .orElseThrow();
            assertThat(foreign.reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(none.reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(foreign.violations().toString().replace("/their", "/naught"))
                    .isEqualTo(none.violations().toString());
        }
    }

    @Test
    void listsLeaveForeignPartnershipsOut() {
        KpisServiceBlockingStub stub = house.as("people/mine-owner-leader");
        assertThat(stub.listPortfolio(ListPortfolioRequest.getDefaultInstance()).getLinesList())
                .extracting(line -> line.getPartnership())
                .containsExactly(mine.name());
        assertThat(stub.batchGetScorecards(BatchGetScorecardsRequest.newBuilder()
                                .addPartnerships(theirs.name())
                                .addPartnerships(mine.name())
                                .addPartnerships("partnerships/naught")
                                .build())
                        .getScorecardsList())
                .extracting(scorecard -> scorecard.getName())
                .containsExactly("partnerships/mine/scorecard");
        assertThat(stub.listRedEpisodes(ListRedEpisodesRequest.getDefaultInstance())
                        .getRedEpisodesList())
                .extracting(episode -> episode.getName())
                .containsExactly("partnerships/mine/redEpisodes/otd@2026-10");
    }

    @Test
    void aTokenReadsNothing() {
        KpisServiceBlockingStub stub = house.as("tokens/mine-partner");
        assertThat(stub.listPortfolio(ListPortfolioRequest.getDefaultInstance()).getLinesList())
                .isEmpty();
        assertThat(stub.listRedEpisodes(ListRedEpisodesRequest.getDefaultInstance())
                        .getRedEpisodesList())
                .isEmpty();
        assertThat(stub.batchGetScorecards(BatchGetScorecardsRequest.newBuilder()
                                .addPartnerships(mine.name())
                                .build())
                        .getScorecardsList())
                .isEmpty();
    }

    @Test
    void aTokenIsNotToldHowItsFiguresWereJudged() {
        NewMeasurement figure = mine.measurement("otd", "2026-09", Partnership.ratio("90", "100"));
        assertThat(house.as("tokens/mine-partner")
                        .recordMeasurements(mine.batch(figure))
                        .getMeasurementsList())
                .singleElement()
                .returns("2026-09", Measurement::getPeriod)
                .returns(Status.STATUS_UNSPECIFIED, Measurement::getStatus);
        assertThat(house.as("people/mine-partner-ops")
                        .recordMeasurements(mine.batch(figure))
                        .getMeasurementsList())
                .singleElement()
                .returns("2026-09", Measurement::getPeriod)
                .doesNotReturn(Status.STATUS_UNSPECIFIED, Measurement::getStatus);
    }

    @Test
    void aServiceReadsAllAndChangesNothing() {
        KpisServiceBlockingStub actions = house.as("services/actions");
        assertThat(actions.listRedEpisodes(ListRedEpisodesRequest.getDefaultInstance())
                        .getRedEpisodesList())
                .extracting(episode -> episode.getName())
                .contains("partnerships/mine/redEpisodes/otd@2026-10", "partnerships/their/redEpisodes/otd@2026-10");
        assertThat(actions.getScorecard(GetScorecardRequest.newBuilder()
                                .setPartnership(theirs.name())
                                .build())
                        .getStandingsCount())
                .isEqualTo(4);
        for (Call call : Call.all()) {
            if (!call.activity().name().startsWith("READ_")) {
                assertThat(refusal(() -> call.ask().accept(actions, mine.name()))
                                .orElseThrow()
                                .reason())
                        .as(call.name())
                        .isEqualTo(Reason.NOT_ALLOWED);
            }
        }
    }

    @Test
    void nobodySignsTheirOwnSidesTarget() {
        dev.drumbeat.proto.kpis.v1.Target proposed = house.as(mine.person("owner-ops"))
                .proposeTarget(dev.drumbeat.proto.kpis.v1.ProposeTargetRequest.newBuilder()
                        .setKpi(mine.kpi("yield"))
                        .setFromPeriod("2026-10")
                        .setBounds(dev.drumbeat.proto.kpis.v1.TargetBounds.newBuilder()
                                .setValue("95")
                                .setRedLimit("90"))
                        .setReason("because")
                        .setRequestId(Partnership.fresh())
                        .build());
        Refusal refusal = GrpcHarness.refusalOf(() -> house.as(mine.person("owner-leader"))
                .decideTarget(dev.drumbeat.proto.kpis.v1.DecideTargetRequest.newBuilder()
                        .setName(proposed.getName())
                        .setDecision(dev.drumbeat.proto.kpis.v1.Decision.DECISION_ACCEPT)
                        .setRequestId(Partnership.fresh())
                        .build()));
        assertThat(refusal.rule()).isEqualTo("counterpart.required");
    }

    @Test
    void whoLeftSeesNothingAnyMore() {
        Partnership left = new Partnership(house, "left", "Europe/Berlin");
        house.directory.remove(left.person("owner-viewer"));
        assertThat(GrpcHarness.refusalOf(left::scorecard).reason()).isEqualTo(Reason.UNAUTHENTICATED);
    }

    private static Optional<Refusal> refusal(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (StatusRuntimeException e) {
            return Optional.of(ErrorDetails.decode(e).orElseThrow(() -> new AssertionError(e)));
        }
    }
}
