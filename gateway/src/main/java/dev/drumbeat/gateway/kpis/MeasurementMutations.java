package dev.drumbeat.gateway.kpis;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.asker.Asker.Token;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.kpis.v1.DecideCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.Decision;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.NewMeasurement;
import dev.drumbeat.proto.kpis.v1.ProposeCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsResponse;
import java.util.List;

/** Recording figures and correcting them. */
@DgsComponent
final class MeasurementMutations {
    private static final int AT_ONCE = 200;

    private final ServiceClient<KpisServiceFutureStub> kpis;

    MeasurementMutations(ServiceClient<KpisServiceFutureStub> kpis) {
        this.kpis = kpis;
    }

    /** The one thing that an ingestion token may do here; it learns how many figures were recorded and no more. */
    @DgsMutation
    Recorded recordMeasurements(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        Input input = Input.of(environment);
        request.subject();
        Payload payload = Mutations.answer(() ->
                Payload.of("recorded", kpis.call(request, stub -> stub.recordMeasurements(command(input)))));
        if (!(payload.results().get("recorded") instanceof RecordMeasurementsResponse answer)) {
            return Recorded.refused(payload.userErrors());
        }
        return new Recorded(
                request.asker() instanceof Token ? List.of() : answer.getMeasurementsList(),
                answer.getMeasurementsCount() - answer.getUnchanged(),
                answer.getUnchanged(),
                List.of());
    }

    @DgsMutation
    Payload proposeCorrection(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        Input input = Input.of(environment);
        return Mutations.answer(() -> {
            ProposeCorrectionRequest command = ProposeCorrectionRequest.newBuilder()
                    .setKpi(Names.kpi(Names.partnership(input.text("partnership")), input.text("kpi")))
                    .setPeriod(input.text("period"))
                    .setSupersedesRevision(input.number("supersedesRevision"))
                    .setFigure(Figures.figure(input.object("figure"), "figure"))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("correction", kpis.call(request, stub -> stub.proposeCorrection(command)));
        });
    }

    @DgsMutation
    Payload decideCorrection(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        Input input = Input.of(environment);
        return Mutations.answer(java.util.Map.of("name", "correction"), () -> {
            String id = input.text("correction");
            DecideCorrectionRequest command = DecideCorrectionRequest.newBuilder()
                    .setName(GlobalId.decode("Correction", id).orElseThrow(() -> Refusal.notFound(id)))
                    .setDecision(input.value("decision", Decision.class))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("correction", kpis.call(request, stub -> stub.decideCorrection(command)));
        });
    }

    private static RecordMeasurementsRequest command(Input input) {
        String partnership = Names.partnership(input.text("partnership"));
        List<Input> measurements = input.objects("measurements");
        if (measurements.isEmpty() || measurements.size() > AT_ONCE) {
            throw Refusal.invalid(
                    "measurements", "measurements.count", "Record 1 to " + AT_ONCE + " figures at a time.");
        }
        RecordMeasurementsRequest.Builder command = RecordMeasurementsRequest.newBuilder()
                .setPartnership(partnership)
                .setRequestId(input.text("requestId"));
        for (int i = 0; i < measurements.size(); i++) {
            Input measurement = measurements.get(i);
            String path = "measurements[" + i + "]";
            command.addMeasurements(NewMeasurement.newBuilder()
                    .setKpi(kpi(partnership, measurement.text("kpi"), path))
                    .setPeriod(measurement.text("period"))
                    .setFigure(Figures.figure(measurement.object("figure"), path + ".figure")));
        }
        return command.build();
    }

    private static String kpi(String partnership, String slug, String path) {
        try {
            return Names.kpi(partnership, slug);
        } catch (Refusal refusal) {
            throw Refusal.invalid(path + ".kpi", "kpi.unknown", "This partnership has no such KPI.");
        }
    }
}
