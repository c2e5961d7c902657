package dev.drumbeat.gateway.kpis;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.kpis.v1.AddNoteRequest;
import dev.drumbeat.proto.kpis.v1.CreateKpiRequest;
import dev.drumbeat.proto.kpis.v1.DecideTargetRequest;
import dev.drumbeat.proto.kpis.v1.Decision;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.NoteAudience;
import dev.drumbeat.proto.kpis.v1.NoteKind;
import dev.drumbeat.proto.kpis.v1.ProposeTargetRequest;
import dev.drumbeat.proto.kpis.v1.RebaseKpiRequest;
import dev.drumbeat.proto.kpis.v1.RetireKpiRequest;
import dev.drumbeat.proto.kpis.v1.UpdateKpiRequest;
import java.util.Map;

/** Defining KPIs and their targets, and writing notes. */
@DgsComponent
final class KpiMutations {
    private static final Map<String, String> NEW_KPI = Map.of("kpi_id", "slug", "kpi", "");
    private static final Map<String, String> CHANGED_KPI = Map.of("kpi", "", "name", "kpi");

    private final ServiceClient<KpisServiceFutureStub> kpis;
    private final KpiDetails details;

    KpiMutations(ServiceClient<KpisServiceFutureStub> kpis, KpiDetails details) {
        this.kpis = kpis;
        this.details = details;
    }

    @DgsMutation
    Payload createKpi(DgsDataFetchingEnvironment environment) {
        Request request = request(environment);
        Input input = Input.of(environment);
        return Mutations.answer(NEW_KPI, () -> {
            String partnership = Names.partnership(input.text("partnership"));
            CreateKpiRequest command = CreateKpiRequest.newBuilder()
                    .setPartnership(partnership)
                    .setKpiId(input.text("slug"))
                    .setKpi(KpiInput.added(input, partnership))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("kpi", kpis.call(request, stub -> stub.createKpi(command)));
        });
    }

    @DgsMutation
    Payload updateKpi(DgsDataFetchingEnvironment environment) {
        Request request = request(environment);
        Input input = Input.of(environment);
        return Mutations.answer(CHANGED_KPI, () -> {
            GetKpiDetailRequest question = GetKpiDetailRequest.newBuilder()
                    .setName(name(input))
                    .setPeriods(1)
                    .build();
            UpdateKpiRequest command = UpdateKpiRequest.newBuilder()
                    .setKpi(KpiInput.changed(
                            input, details.live(request, question).getStanding().getKpi(), revision(input)))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("kpi", kpis.call(request, stub -> stub.updateKpi(command)));
        });
    }

    @DgsMutation
    Payload retireKpi(DgsDataFetchingEnvironment environment) {
        Request request = request(environment);
        Input input = Input.of(environment);
        return Mutations.answer(CHANGED_KPI, () -> {
            RetireKpiRequest command = RetireKpiRequest.newBuilder()
                    .setName(name(input))
                    .setRevision(revision(input))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("kpi", kpis.call(request, stub -> stub.retireKpi(command)));
        });
    }

    @DgsMutation
    Payload rebaseKpi(DgsDataFetchingEnvironment environment) {
        Request request = request(environment);
        Input input = Input.of(environment);
        return Mutations.answer(CHANGED_KPI, () -> {
            RebaseKpiRequest command = RebaseKpiRequest.newBuilder()
                    .setName(name(input))
                    .setFromPeriod(input.text("fromPeriod"))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("kpi", kpis.call(request, stub -> stub.rebaseKpi(command)));
        });
    }

    @DgsMutation
    Payload proposeTarget(DgsDataFetchingEnvironment environment) {
        Request request = request(environment);
        Input input = Input.of(environment);
        return Mutations.answer(() -> {
            ProposeTargetRequest command = ProposeTargetRequest.newBuilder()
                    .setKpi(name(input))
                    .setFromPeriod(input.text("fromPeriod"))
                    .setBounds(Figures.bounds(input.object("bounds")))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("target", kpis.call(request, stub -> stub.proposeTarget(command)));
        });
    }

    @DgsMutation
    Payload decideTarget(DgsDataFetchingEnvironment environment) {
        Request request = request(environment);
        Input input = Input.of(environment);
        return Mutations.answer(Map.of("name", "target"), () -> {
            String id = input.text("target");
            DecideTargetRequest command = DecideTargetRequest.newBuilder()
                    .setName(GlobalId.decode("Target", id).orElseThrow(() -> Refusal.notFound(id)))
                    .setDecision(input.value("decision", Decision.class))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("target", kpis.call(request, stub -> stub.decideTarget(command)));
        });
    }

    @DgsMutation
    Payload addNote(DgsDataFetchingEnvironment environment) {
        Request request = request(environment);
        Input input = Input.of(environment);
        return Mutations.answer(() -> {
            AddNoteRequest command = AddNoteRequest.newBuilder()
                    .setKpi(name(input))
                    .setKind(input.value("kind", NoteKind.class))
                    .setAudience(input.value("audience", NoteAudience.class))
                    .setPeriod(input.text("period"))
                    .setText(input.text("text"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("note", kpis.call(request, stub -> stub.addNote(command)));
        });
    }

    private static Request request(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        return request;
    }

    private static String name(Input input) {
        return Names.kpi(Names.partnership(input.text("partnership")), input.text("kpi"));
    }

    private static long revision(Input input) {
        try {
            return Long.parseLong(input.text("revision"));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("revision", "revision.unknown", "Give back the revision that was read.");
        }
    }
}
