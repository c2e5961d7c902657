package dev.drumbeat.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ServiceDescriptor;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final ServiceDescriptor CONTRACT = HealthGrpc.getServiceDescriptor();

    private static final class Checking extends HealthGrpc.HealthImplBase {
        @Override
        public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
            Answers.answer(observer, HealthCheckResponse.getDefaultInstance());
        }
    }

    private static final class Watching extends HealthGrpc.HealthImplBase {
        @Override
        public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
            observer.onCompleted();
        }
    }

    @Test
    void parts_together_answer_the_whole_contract() {
        assertThat(Parts.together(CONTRACT, List.of(new Checking(), new Watching()))
                        .getMethods())
                .hasSameSizeAs(CONTRACT.getMethods());
    }

    @Test
    void a_method_that_nobody_or_more_than_one_answers_is_named() {
        assertThatThrownBy(() -> Parts.together(CONTRACT, List.of(new Checking())))
                .hasMessageContaining("is answered by 0 parts");
        assertThatThrownBy(() -> Parts.together(CONTRACT, List.of(new Checking(), new Watching(), new Checking())))
                .hasMessage("grpc.health.v1.Health/Check is answered by 2 parts");
    }
}
