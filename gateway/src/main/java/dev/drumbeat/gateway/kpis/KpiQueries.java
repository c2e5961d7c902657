package dev.drumbeat.gateway.kpis;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.InputArgument;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.partners.v1.Partnership;
import graphql.execution.DataFetcherResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reading one KPI and its figures. */
@DgsComponent
final class KpiQueries {
    private final KpiDetails details;
    private final ServiceClient<KpisServiceFutureStub> kpis;

    KpiQueries(KpiDetails details, ServiceClient<KpisServiceFutureStub> kpis) {
        this.details = details;
        this.kpis = kpis;
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<Known<KpiDetail>> kpi(@InputArgument String slug, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        int periods = Reads.periods(environment.getArgument("periods"));
        Instant asOf = environment.getArgument("asOf");
        String partnership = environment.<Partnership>getSourceOrThrow().getName();
        return Reads.orNull(() -> {
            GetKpiDetailRequest.Builder question = GetKpiDetailRequest.newBuilder()
                    .setName(Names.kpi(partnership, slug))
                    .setPeriods(periods);
            if (asOf != null) {
                question.setAsOf(Wire.timestamp(asOf));
            }
            Known<KpiDetail> known = details.get(request, partnership, question.build());
            return Reads.result(environment, known, known);
        });
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    PageOf<Measurement> measurements(@InputArgument @Nullable String kpi, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        String partnership = environment.<Partnership>getSourceOrThrow().getName();
        int first = Reads.first(environment);
        return Reads.orNull(() -> {
            ListMeasurementsRequest question = ListMeasurementsRequest.newBuilder()
                    .setParent(kpi == null ? partnership : Names.kpi(partnership, kpi))
                    .setPageSize(first)
                    .setPageToken(Reads.after(environment))
                    .build();
            var page = kpis.call(request, stub -> stub.listMeasurements(question));
            return new PageOf<>(page.getMeasurementsList(), page.getNextPageToken());
        });
    }
}
