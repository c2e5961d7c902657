package dev.drumbeat.gateway.incentives;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.incentives.v1.Assumption;
import dev.drumbeat.proto.incentives.v1.Finding;
import dev.drumbeat.proto.incentives.v1.JournalHead;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveRequest;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveResponse;
import dev.drumbeat.proto.incentives.v1.Severity;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsRequest;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsResponse;
import dev.drumbeat.proto.incentives.v1.WhatIfRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfResponse;
import dev.drumbeat.proto.partners.v1.Partnership;
import org.jspecify.annotations.Nullable;

/** What is computed when somebody asks and kept by nobody. */
@DgsComponent
final class SimulationQueries {
    private final PayReads incentives;

    SimulationQueries(PayReads incentives) {
        this.incentives = incentives;
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    PreviewPayCurveResponse payPreview(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        String partnership = partnership(environment);
        PreviewPayCurveRequest question = PreviewPayCurveRequest.newBuilder()
                .setPartnership(partnership)
                .setTerms(TermsInput.of(Input.of(environment, "terms"), partnership))
                .build();
        try {
            return incentives.live(service -> service.call(request, stub -> stub.previewPayCurve(question)));
        } catch (Refusal refusal) {
            return asFindings(refusal);
        }
    }

    /** Terms that are half typed can't be read yet: what is missing is said at its field, like everything else about them. */
    private static PreviewPayCurveResponse asFindings(Refusal refusal) {
        if (refusal.reason() != Reason.INVALID_FIELD) {
            throw refusal;
        }
        return PreviewPayCurveResponse.newBuilder()
                .addAllFindings(refusal.violations().stream()
                        .map(violation -> Finding.newBuilder()
                                .setSeverity(Severity.SEVERITY_ERROR)
                                .setField(violation.field().replaceFirst("^terms\\.", ""))
                                .setCode(violation.rule())
                                .setMessage(violation.message())
                                .build())
                        .toList())
                .build();
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    WhatIfResponse whatIf(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        String partnership = partnership(environment);
        Input input = Input.arguments(environment);
        return incentives.live(service -> {
            WhatIfRequest.Builder question = WhatIfRequest.newBuilder()
                    .setAgreement(Papers.name(partnership, "agreements", input.text("agreement")));
            input.objects("assumptions")
                    .forEach(assumption -> question.addAssumptions(Assumption.newBuilder()
                            .setKpi(Names.kpi(partnership, assumption.text("kpi")))
                            .setValue(assumption.text("value"))));
            return service.call(request, stub -> stub.whatIf(question.build()));
        });
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    VerifyStatementsResponse statementVerification(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        VerifyStatementsRequest.Builder question =
                VerifyStatementsRequest.newBuilder().setPartnership(partnership(environment));
        Input arguments = Input.arguments(environment);
        if (arguments.has("keptHead")) {
            Input kept = arguments.object("keptHead");
            question.setKeptHead(
                    JournalHead.newBuilder().setCount(kept.number("count")).setDigest(kept.text("digest")));
        }
        return incentives.live(service -> service.call(request, stub -> stub.verifyStatements(question.build())));
    }

    private static String partnership(DgsDataFetchingEnvironment environment) {
        return environment.<Partnership>getSourceOrThrow().getName();
    }
}
