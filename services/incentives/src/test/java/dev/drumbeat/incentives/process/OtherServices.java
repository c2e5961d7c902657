package dev.drumbeat.incentives.process;

import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.kpis.v1.Aggregation;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsResponse;
import dev.drumbeat.proto.kpis.v1.Direction;
import dev.drumbeat.proto.kpis.v1.Figure;
import dev.drumbeat.proto.kpis.v1.Fraction;
import dev.drumbeat.proto.kpis.v1.Frequency;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsResponse;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesResponse;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.Status;
import dev.drumbeat.proto.kpis.v1.Unit;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsResponse;
import dev.drumbeat.proto.partners.v1.Caller;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.ResolveCallerRequest;
import dev.drumbeat.testkit.FakeDirectory;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The services that this one asks, on the wire: people from a fake directory, and one KPI by weeks with numerators. */
final class OtherServices {
    static final String KPI = "partnerships/acme/kpis/on-time-delivery";

    private OtherServices() {}

    static final class Partners extends PartnersServiceGrpc.PartnersServiceImplBase {
        private final FakeDirectory directory;

        Partners(FakeDirectory directory) {
            this.directory = directory;
        }

        @Override
        public void resolveCaller(ResolveCallerRequest request, StreamObserver<Caller> observer) {
            var caller = directory.caller(request.getSubject());
            Caller.Builder answer = Caller.newBuilder()
                    .setSubject(caller.subject())
                    .setDisplayName(caller.displayName())
                    .setCompany(caller.company());
            caller.memberships().values().forEach(membership -> answer.addMemberships(membership(membership)));
            observer.onNext(answer.build());
            observer.onCompleted();
        }

        private static CallerMembership membership(Membership membership) {
            return CallerMembership.newBuilder()
                    .setPartnership(membership.partnership().name())
                    .setDisplayName(membership.partnership().displayName())
                    .setSide(Wire.side(membership.side()))
                    .setRole(Wire.role(membership.role()))
                    .setTimeZone(membership.partnership().timeZone().getId())
                    .setCurrency(membership.partnership().currency())
                    .build();
        }

        @Override
        public void batchGetPartnerships(
                BatchGetPartnershipsRequest request, StreamObserver<BatchGetPartnershipsResponse> observer) {
            BatchGetPartnershipsResponse.Builder response = BatchGetPartnershipsResponse.newBuilder();
            directory
                    .find(request.getNamesList())
                    .values()
                    .forEach(facts -> response.addPartnerships(Partnership.newBuilder()
                            .setName(facts.name())
                            .setTimeZone(facts.timeZone().getId())
                            .setCurrency(facts.currency())));
            observer.onNext(response.build());
            observer.onCompleted();
        }
    }

    static final class Kpis extends KpisServiceGrpc.KpisServiceImplBase {
        private final Clock clock;
        private final List<Measurement> measurements = new CopyOnWriteArrayList<>();

        Kpis(Clock clock) {
            this.clock = clock;
        }

        void record(String week, int revision, String onTime, String all) {
            measurements.replaceAll(known -> known.getPeriod().equals(week)
                    ? known.toBuilder().setCurrent(false).build()
                    : known);
            measurements.addFirst(Measurement.newBuilder()
                    .setName(KPI + "/measurements/" + week + "@" + revision)
                    .setPeriod(week)
                    .setRevision(revision)
                    .setFigure(Figure.newBuilder()
                            .setFraction(
                                    Fraction.newBuilder().setNumerator(onTime).setDenominator(all)))
                    .setValue("50")
                    .setStatus(Status.STATUS_AMBER)
                    .setRecordedAt(Wire.timestamp(clock.instant()))
                    .setCurrent(true)
                    .build());
        }

        private Scorecard scorecard() {
            return Scorecard.newBuilder()
                    .setName("partnerships/acme/scorecard")
                    .setRevision(measurements.size() + 1L)
                    .addStandings(KpiStanding.newBuilder()
                            .setKpi(Kpi.newBuilder()
                                    .setName(KPI)
                                    .setDisplayName("On-time delivery")
                                    .setUnit(Unit.UNIT_PERCENT)
                                    .setDirection(Direction.DIRECTION_HIGHER_IS_BETTER)
                                    .setFrequency(Frequency.FREQUENCY_WEEKLY)
                                    .setAggregation(Aggregation.AGGREGATION_RATIO)))
                    .build();
        }

        @Override
        public void getScorecard(GetScorecardRequest request, StreamObserver<Scorecard> observer) {
            observer.onNext(scorecard());
            observer.onCompleted();
        }

        @Override
        public void batchGetScorecards(
                BatchGetScorecardsRequest request, StreamObserver<BatchGetScorecardsResponse> observer) {
            observer.onNext(BatchGetScorecardsResponse.newBuilder()
                    .addScorecards(scorecard())
                    .build());
            observer.onCompleted();
        }

        @Override
        public void getKpiDetail(GetKpiDetailRequest request, StreamObserver<KpiDetail> observer) {
            observer.onNext(KpiDetail.newBuilder()
                    .setStanding(scorecard().getStandings(0))
                    .build());
            observer.onCompleted();
        }

        @Override
        public void listMeasurements(
                ListMeasurementsRequest request, StreamObserver<ListMeasurementsResponse> observer) {
            observer.onNext(ListMeasurementsResponse.newBuilder()
                    .addAllMeasurements(measurements)
                    .build());
            observer.onCompleted();
        }

        @Override
        public void listRedEpisodes(ListRedEpisodesRequest request, StreamObserver<ListRedEpisodesResponse> observer) {
            observer.onNext(ListRedEpisodesResponse.getDefaultInstance());
            observer.onCompleted();
        }
    }
}
