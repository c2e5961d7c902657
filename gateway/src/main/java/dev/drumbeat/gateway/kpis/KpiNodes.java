package dev.drumbeat.gateway.kpis;

import com.google.protobuf.Message;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.NodeReader;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.kpis.v1.Correction;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.Note;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.Target;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** KPIs and what belongs to them by id; read through their KPI, so that its rules of who may see what hold. */
@Component
final class KpiNodes implements NodeReader {
    private static final Set<String> TYPES = Set.of("Kpi", "Measurement", "Correction", "Target", "Note", "RedEpisode");
    private static final int PAGE = 100;

    private final KpiDetails details;
    private final ServiceClient<KpisServiceFutureStub> kpis;

    KpiNodes(KpiDetails details, ServiceClient<KpisServiceFutureStub> kpis) {
        this.details = details;
        this.kpis = kpis;
    }

    @Override
    public boolean reads(String type) {
        return TYPES.contains(type);
    }

    @Override
    public @Nullable Object read(Request request, GlobalId id) {
        String name = id.name();
        return switch (id.type()) {
            case "Kpi" -> detail(request, name).getStanding().getKpi();
            case "Measurement" -> measurement(request, name);
            case "Correction" ->
                find(detail(request, Names.kpiOf(name)).getCorrectionsList(), Correction::getName, name);
            case "Target" -> find(detail(request, Names.kpiOf(name)).getTargetsList(), Target::getName, name);
            case "Note" -> find(detail(request, Names.kpiOf(name)).getNotesList(), Note::getName, name);
            default -> find(detail(request, kpiOfEpisode(name)).getEpisodesList(), RedEpisode::getName, name);
        };
    }

    private KpiDetail detail(Request request, String kpi) {
        return details.live(
                request,
                GetKpiDetailRequest.newBuilder().setName(kpi).setPeriods(1).build());
    }

    private @Nullable Measurement measurement(Request request, String name) {
        String pageToken = "";
        do {
            ListMeasurementsRequest question = ListMeasurementsRequest.newBuilder()
                    .setParent(Names.kpiOf(name))
                    .setPageSize(PAGE)
                    .setPageToken(pageToken)
                    .build();
            var page = kpis.call(request, stub -> stub.listMeasurements(question));
            Measurement found = find(page.getMeasurementsList(), Measurement::getName, name);
            if (found != null) {
                return found;
            }
            pageToken = page.getNextPageToken();
        } while (!pageToken.isEmpty());
        return null;
    }

    /** {@code partnerships/p/redEpisodes/yield@2026-11} is an episode of {@code partnerships/p/kpis/yield}. */
    private static String kpiOfEpisode(String name) {
        String episode = name.substring(name.lastIndexOf('/') + 1);
        return Names.partnershipOf(name) + "/kpis/" + episode.substring(0, Math.max(0, episode.indexOf('@')));
    }

    private static <M extends Message> @Nullable M find(List<M> messages, Function<M, String> nameOf, String name) {
        return messages.stream()
                .filter(message -> nameOf.apply(message).equals(name))
                .findFirst()
                .orElse(null);
    }
}
