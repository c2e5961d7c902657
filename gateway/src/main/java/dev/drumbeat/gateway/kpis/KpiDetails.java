package dev.drumbeat.gateway.kpis;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.scorecard.Scorecards;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.LastKnown;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** KPIs in full, as now or as last known. */
@Component
final class KpiDetails {
    private final ServiceClient<KpisServiceFutureStub> kpis;
    private final LastKnown lastKnown;
    private final Clock clock;

    KpiDetails(ServiceClient<KpisServiceFutureStub> kpis, LastKnown lastKnown, Clock clock) {
        this.kpis = kpis;
        this.lastKnown = lastKnown;
        this.clock = clock;
    }

    /** Refused as not found when there is none that the asker may see. */
    Known<KpiDetail> get(Request request, String partnership, GetKpiDetailRequest question) {
        return Scorecards.visibility(request.person(), partnership)
                .map(visibility -> lastKnown.read(visibility, question, KpiDetail.class, () -> live(request, question)))
                .orElseGet(() -> new Known<>(live(request, question), clock.instant(), null));
    }

    KpiDetail live(Request request, GetKpiDetailRequest question) {
        return kpis.call(request, stub -> stub.getKpiDetail(question));
    }
}
