package dev.drumbeat.gateway.graphql;

import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** What every feature's answers are made of. */
@Component
final class BaseFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        // Sources are the contracts' messages, which are named as the schema's types are.
        wiring.type(
                "Node",
                type -> type.typeResolver(resolution -> resolution
                        .getSchema()
                        .getObjectType(resolution.getObject().getClass().getSimpleName())));
        TypeFields.of("PageInfo", PageOf.Info.class)
                .field("hasNextPage", PageOf.Info::hasNextPage)
                .field("endCursor", PageOf.Info::endCursor)
                .addTo(wiring);
        TypeFields.of("UserError", UserError.class)
                .field("code", UserError::code)
                .field("field", UserError::field)
                .field("message", UserError::message)
                .addTo(wiring);
    }
}
