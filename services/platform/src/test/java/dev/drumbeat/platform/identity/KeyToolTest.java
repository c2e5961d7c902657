package dev.drumbeat.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyToolTest {
    @TempDir
    private Path directory;

    @Test
    void what_it_makes_is_what_processes_read() throws Exception {
        KeyTool.generate(directory, List.of("gateway", "kpis"));

        IdentityMinter minter =
                new IdentityMinter(SigningKey.read(directory.resolve("gateway.private.jwk")), Clock.systemUTC());
        IdentityVerifier verifier =
                new IdentityVerifier(TrustedKeys.read(directory.resolve("trusted")), Clock.systemUTC());

        assertThat(verifier.verify(minter.token("people/ada")).issuer()).isEqualTo("gateway");
    }

    @Test
    void private_keys_are_for_their_owner_only_and_never_among_the_trusted() throws Exception {
        KeyTool.generate(directory, List.of("gateway"));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("gateway.private.jwk"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(directory.resolve("trusted/gateway.jwk"))).doesNotContain("\"d\"");
    }

    @Test
    void a_second_run_keeps_the_keys_and_adds_what_is_new() throws Exception {
        KeyTool.generate(directory, List.of("gateway"));
        String before = Files.readString(directory.resolve("gateway.private.jwk"));

        KeyTool.generate(directory, List.of("gateway", "kpis"));

        assertThat(Files.readString(directory.resolve("gateway.private.jwk"))).isEqualTo(before);
        assertThat(directory.resolve("trusted/kpis.jwk")).exists();
        assertThat(Files.list(directory).map(path -> path.getFileName().toString()))
                .containsExactlyInAnyOrder("gateway.private.jwk", "kpis.private.jwk", "trusted");
    }

    @Test
    void a_name_can_not_leave_the_directory() {
        assertThatThrownBy(() -> KeyTool.generate(directory, List.of("../evil")))
                .hasMessageContaining("../evil");
    }

    @Test
    void a_missing_key_says_which_setting_to_look_at() {
        assertThatThrownBy(() -> SigningKey.read(directory.resolve("none.jwk")))
                .hasMessageContaining("DRUMBEAT_SIGNING_KEY");
        assertThatThrownBy(() -> TrustedKeys.read(directory)).hasMessageContaining("no trusted key");
    }

    @Test
    void a_broken_private_key_is_not_quoted() throws Exception {
        Path file = Files.writeString(directory.resolve("broken.jwk"), "{\"kty\":\"EC\",\"d\":\"very-secret\"}");

        assertThatThrownBy(() -> SigningKey.read(file))
                .hasMessageNotContaining("very-secret")
                .hasNoCause();
    }
}
