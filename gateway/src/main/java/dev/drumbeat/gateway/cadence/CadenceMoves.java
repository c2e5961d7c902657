package dev.drumbeat.gateway.cadence;

import com.google.common.util.concurrent.ListenableFuture;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What all mutations of the cadence have in common: a person asks, the service decides, a refusal names its rule. */
@Component
final class CadenceMoves {
    private final ServiceClient<CadenceServiceFutureStub> cadence;

    CadenceMoves(ServiceClient<CadenceServiceFutureStub> cadence) {
        this.cadence = cadence;
    }

    /** @param result the payload's field for what came out */
    <Q, A> Payload move(
            String result,
            DgsDataFetchingEnvironment environment,
            Function<Input, Q> command,
            BiFunction<CadenceServiceFutureStub, Q, ListenableFuture<A>> rpc) {
        return answered(environment, command, rpc, answer -> Payload.of(result, answer));
    }

    <Q, A> Payload answered(
            DgsDataFetchingEnvironment environment,
            Function<Input, Q> command,
            BiFunction<CadenceServiceFutureStub, Q, ListenableFuture<A>> rpc,
            Function<A, Payload> payload) {
        Request request = Reads.request(environment);
        request.person();
        Input input = Input.of(environment);
        return Mutations.answer(CadenceInput.RENAMES, () -> {
            Q question = command.apply(input);
            return payload.apply(cadence.call(request, stub -> rpc.apply(stub, question)));
        });
    }
}
