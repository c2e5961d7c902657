package dev.drumbeat.gateway.bench;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.kpis.v1.PortfolioOrder;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import dev.drumbeat.proto.partners.v1.Partnership;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/**
 * The answers to {@code bench/scorecard.graphql} and {@code bench/portfolio.graphql} without GraphQL: the same calls, the same
 * JSON. What GraphQL costs is what it takes beyond this.
 */
@RestController
@Profile("bench")
final class BenchController {
    private final ServiceClient<PartnersServiceFutureStub> partners;
    private final ServiceClient<KpisServiceFutureStub> kpis;

    BenchController(ServiceClient<PartnersServiceFutureStub> partners, ServiceClient<KpisServiceFutureStub> kpis) {
        this.partners = partners;
        this.kpis = kpis;
    }

    @GetMapping("/bench/scorecard/{slug}")
    Map<String, @Nullable Object> scorecard(
            @PathVariable String slug, @RequestAttribute(Request.ATTRIBUTE) Request request) {
        String name = Names.partnership(slug);
        GetScorecardRequest question = GetScorecardRequest.newBuilder()
                .setPartnership(name)
                .setPeriods(13)
                .build();
        Partnership partnership = partnerships(request, List.of(name)).get(name);
        return BenchJson.scorecard(
                partnership == null ? Partnership.getDefaultInstance() : partnership,
                kpis.call(request, stub -> stub.getScorecard(question)));
    }

    @GetMapping("/bench/portfolio")
    Map<String, @Nullable Object> portfolio(@RequestAttribute(Request.ATTRIBUTE) Request request) {
        ListPortfolioRequest question = ListPortfolioRequest.newBuilder()
                .setOrder(PortfolioOrder.PORTFOLIO_ORDER_WORST_FIRST)
                .setPageSize(50)
                .build();
        ListPortfolioResponse page = kpis.call(request, stub -> stub.listPortfolio(question));
        return BenchJson.portfolio(
                page,
                partnerships(
                        request,
                        page.getLinesList().stream()
                                .map(PortfolioLine::getPartnership)
                                .toList()));
    }

    private Map<String, Partnership> partnerships(Request request, List<String> names) {
        BatchGetPartnershipsRequest question =
                BatchGetPartnershipsRequest.newBuilder().addAllNames(names).build();
        return partners.call(request, stub -> stub.batchGetPartnerships(question)).getPartnershipsList().stream()
                .collect(Collectors.toMap(Partnership::getName, Function.identity()));
    }
}
