package dev.drumbeat.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The keys with which the processes vouch for a caller: made once for a house, by the platform's own tool. */
record IdentityKeys(HousePlan plan, Layout layout) {
    private static final String KEY_TOOL = "dev.drumbeat.platform.identity.KeyTool";

    void ensure() {
        List<String> names = Stream.concat(ProcessTable.SERVICES.stream(), Stream.of(ProcessTable.GATEWAY))
                .map(ProcessSpec::name)
                .toList();
        boolean complete = names.stream()
                .allMatch(name -> Files.exists(layout.keys().resolve(name + ".private.jwk"))
                        && Files.exists(layout.keys().resolve("trusted").resolve(name + ".jwk")));
        if (complete) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of(layout.keys().toString()));
        arguments.addAll(names);
        try {
            int status = new ProcessBuilder(
                            plan.tool("keys", ProcessTable.SERVICES.getFirst().module(), KEY_TOOL, arguments))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new HouseException("The identity keys could not be made in " + layout.keys() + ".");
            }
        } catch (IOException e) {
            throw new HouseException("The identity keys could not be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseException("interrupted", e);
        }
    }
}
