package dev.drumbeat.gateway.incentives;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.signin.Sessions;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceFutureStub;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What all changes of incentives have in common: who asks, and a refusal in the words of the input. */
@Component
final class Deeds {
    /** One change. */
    interface Deed {
        Object does(ServiceClient<IncentivesServiceFutureStub> incentives, Request request, Input input);
    }

    /** One change that needs to know when its person confirmed who they are. */
    interface SignedDeed {
        Object does(
                ServiceClient<IncentivesServiceFutureStub> incentives,
                Request request,
                Input input,
                Instant confirmedAt);
    }

    private final ServiceClient<IncentivesServiceFutureStub> incentives;
    private final Sessions sessions;

    Deeds(ServiceClient<IncentivesServiceFutureStub> incentives, Sessions sessions) {
        this.incentives = incentives;
        this.sessions = sessions;
    }

    /** @param field both the payload's result and what the contract calls {@code name} */
    Payload answer(DgsDataFetchingEnvironment environment, String field, Deed deed) {
        Request request = Reads.request(environment);
        request.person();
        Input input = Input.of(environment);
        return Mutations.answer(Map.of("name", field), () -> Payload.of(field, deed.does(incentives, request, input)));
    }

    /** The input's password is asked of partners first. */
    Payload signed(DgsDataFetchingEnvironment environment, String field, SignedDeed deed) {
        Request request = Reads.request(environment);
        request.person();
        return answer(environment, field, (service, asking, input) -> {
            Instant confirmedAt = sessions.confirm(asking, input.text("password"));
            return deed.does(service, asking, input, confirmedAt);
        });
    }
}
