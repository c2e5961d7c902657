package dev.drumbeat.gateway.trail;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import org.springframework.stereotype.Component;

/** Every service keeps its own trail; each decides what of it the asker may read. */
@Component
public final class AuditTrails {
    private final ServiceClient<PartnersServiceFutureStub> partners;
    private final ServiceClient<KpisServiceFutureStub> kpis;
    private final ServiceClient<ActionsServiceFutureStub> actions;
    private final ServiceClient<CadenceServiceFutureStub> cadence;
    private final ServiceClient<IncentivesServiceFutureStub> incentives;

    /** Whose trail; the values of the schema's {@code AuditSource}. */
    public enum Source {
        SCORES,
        PEOPLE,
        ACTIONS,
        CADENCE,
        INCENTIVES
    }

    AuditTrails(
            ServiceClient<PartnersServiceFutureStub> partners,
            ServiceClient<KpisServiceFutureStub> kpis,
            ServiceClient<ActionsServiceFutureStub> actions,
            ServiceClient<CadenceServiceFutureStub> cadence,
            ServiceClient<IncentivesServiceFutureStub> incentives) {
        this.partners = partners;
        this.kpis = kpis;
        this.actions = actions;
        this.cadence = cadence;
        this.incentives = incentives;
    }

    public ListAuditEventsResponse list(Request request, Source source, ListAuditEventsRequest question) {
        return switch (source) {
            case SCORES -> kpis.call(request, stub -> stub.listAuditEvents(question));
            case PEOPLE -> partners.call(request, stub -> stub.listAuditEvents(question));
            case ACTIONS -> actions.call(request, stub -> stub.listAuditEvents(question));
            case CADENCE -> cadence.call(request, stub -> stub.listAuditEvents(question));
            case INCENTIVES -> incentives.call(request, stub -> stub.listAuditEvents(question));
        };
    }
}
