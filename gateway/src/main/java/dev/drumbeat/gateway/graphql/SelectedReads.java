package dev.drumbeat.gateway.graphql;

import graphql.schema.DataFetchingEnvironment;

/**
 * Starts reading what a document selects of a partnership while the partnership itself is still being asked for, so that one
 * service need not wait for another. The services decide by themselves who may see what, so nothing leaks by asking early.
 */
public interface SelectedReads {
    void start(String partnership, DataFetchingEnvironment environment);
}
