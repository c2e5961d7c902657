package dev.drumbeat.gateway.incentives;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.proto.incentives.v1.GetPayPanelRequest;
import dev.drumbeat.proto.incentives.v1.PayPanel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Panels that one request names; started before their partnership is known, asked once each. */
@DgsDataLoader(name = PayPanelLoader.NAME)
final class PayPanelLoader implements MappedBatchLoaderWithContext<String, Outcome<PayPanel>> {
    static final String NAME = "payPanels";

    private final PayReads incentives;

    PayPanelLoader(PayReads incentives) {
        this.incentives = incentives;
    }

    @Override
    public CompletionStage<Map<String, Outcome<PayPanel>>> load(
            Set<String> partnerships, BatchLoaderEnvironment environment) {
        Request request = Reads.request(environment);
        return Reads.async(() -> {
            Map<String, Outcome<PayPanel>> found = new HashMap<>();
            partnerships.forEach(name -> found.put(name, one(request, name)));
            return found;
        });
    }

    private Outcome<PayPanel> one(Request request, String partnership) {
        GetPayPanelRequest question =
                GetPayPanelRequest.newBuilder().setPartnership(partnership).build();
        try {
            Known<PayPanel> known = incentives.read(
                    request,
                    partnership,
                    question,
                    PayPanel.class,
                    service -> service.call(request, stub -> stub.getPayPanel(question)));
            return known == null ? Outcome.absent() : Outcome.of(known);
        } catch (ServiceFault fault) {
            return Outcome.unreachable(fault);
        }
    }
}
