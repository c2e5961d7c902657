package dev.drumbeat.platform.endpoint;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One service of the contract, answered by several classes, one for each subject: each extends the generated base and overrides
 * what it answers. A method that nobody or more than one answers is an error of ours, found when the process starts.
 */
public final class Parts {
    private Parts() {}

    /** @throws IllegalStateException when a method is not answered by exactly one part */
    public static ServerServiceDefinition together(ServiceDescriptor contract, List<? extends BindableService> parts) {
        ServerServiceDefinition.Builder whole = ServerServiceDefinition.builder(contract);
        for (MethodDescriptor<?, ?> method : contract.getMethods()) {
            String called = javaName(method);
            List<? extends BindableService> answering =
                    parts.stream().filter(part -> answers(part, called)).toList();
            if (answering.size() != 1) {
                throw new IllegalStateException(
                        "%s is answered by %d parts".formatted(method.getFullMethodName(), answering.size()));
            }
            whole.addMethod(
                    Objects.requireNonNull(answering.getFirst().bindService().getMethod(method.getFullMethodName())));
        }
        return whole.build();
    }

    private static boolean answers(BindableService part, String called) {
        return Arrays.stream(part.getClass().getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(called));
    }

    private static String javaName(MethodDescriptor<?, ?> method) {
        String name = Objects.requireNonNull(method.getBareMethodName());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
