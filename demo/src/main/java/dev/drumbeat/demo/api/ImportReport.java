package dev.drumbeat.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of an import.
 *
 * @param errors what is wrong, by line and column
 */
public record ImportReport(boolean committed, int rows, int newRows, int unchangedRows, List<String> errors) {
    static ImportReport of(JsonNode report) {
        List<String> errors = new ArrayList<>();
        for (JsonNode row : report.path("preview")) {
            for (JsonNode error : row.path("errors")) {
                errors.add("line " + row.path("line").asInt() + ", "
                        + error.path("field").asText() + ": "
                        + error.path("message").asText());
            }
        }
        return new ImportReport(
                report.path("committed").asBoolean(),
                report.path("rows").asInt(),
                report.path("newRows").asInt(),
                report.path("unchangedRows").asInt(),
                List.copyOf(errors));
    }
}
