package dev.drumbeat.systemtests.house;

import dev.drumbeat.systemtests.world.World;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test class the same {@link TestHouse} and {@link World}; the house is stopped after the last test of the run. */
public final class SharedHouse implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedHouse.class);

    private record Shared(TestHouse house, World world) implements AutoCloseable {
        static Shared start() {
            TestHouse house = TestHouse.start("shared");
            try {
                return new Shared(house, World.create(house.api()));
            } catch (RuntimeException e) {
                house.close();
                throw e;
            }
        }

        @Override
        public void close() {
            house.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestHouse.class || type == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("shared", key -> Shared.start(), Shared.class);
        return parameter.getParameter().getType() == World.class ? shared.world() : shared.house();
    }
}
