package dev.drumbeat.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void an_object_keeps_its_order_and_its_figures_as_they_are() {
        assertThat(Json.object(
                        "value", new BigDecimal("0.10"), "role", Role.OPS, "none", null, "list", List.of(1, true)))
                .isEqualTo("{\"value\":0.10,\"role\":\"OPS\",\"none\":null,\"list\":[1,true]}");
    }

    @Test
    void text_can_not_break_out() {
        assertThat(Json.object("k\"", "\\ \" \n \u0000 \u2028 ü", "m", Map.of("a", "</script>")))
                .isEqualTo("{\"k\\\"\":\"\\\\ \\\" \\n \\u0000 \\u2028 ü\",\"m\":{\"a\":\"</script>\"}}");
    }
}
