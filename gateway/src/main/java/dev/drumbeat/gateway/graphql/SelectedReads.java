package dev.drumbeat.gateway.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Map;

/**
 * Starts reading what a document selects of a partnership while the partnership itself is still being asked for, so that one
 * service need not wait for another. The services decide by themselves who may see what, so nothing leaks by asking early.
 */
public interface SelectedReads {
    /** The field of a partnership that is read early. */
    String field();

    /** @param arguments of the field, as the document gives them */
    void start(String partnership, Map<String, Object> arguments, DataFetchingEnvironment environment);

    /**
     * Starts what is selected. Only the partnership's own fields are looked at: asking the selection for names by pattern compares
     * the path of every field of the document, which once cost more than the rest of the answer.
     */
    static void startAll(List<SelectedReads> reads, String partnership, DataFetchingEnvironment environment) {
        for (SelectedField field : environment.getSelectionSet().getImmediateFields()) {
            for (SelectedReads read : reads) {
                if (read.field().equals(field.getName())) {
                    read.start(partnership, field.getArguments(), environment);
                }
            }
        }
    }
}
