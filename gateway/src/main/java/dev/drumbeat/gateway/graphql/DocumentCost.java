package dev.drumbeat.gateway.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document asks of the services: a field that takes a call of its own costs {@value #CALL}, an object {@value #OBJECT}, a
 * plain value nothing; everything below a page costs as often as the page is long. Every operation of the document counts, and
 * each fragment is measured once.
 */
final class DocumentCost {
    private static final long CALL = 40;
    private static final long OBJECT = 1;
    private static final long PAGE_DEFAULT = 25;
    private static final long PAGE_MAX = 100;
    private static final long VERY_MUCH = 1_000_000_000;

    /** Fields that no call answers for many of their owners at once. */
    private static final Set<String> CALLS = Set.of(
            "Partnership.kpi",
            "Partnership.measurements",
            "Partnership.members",
            "Partnership.ingestionTokens",
            "Partnership.auditTrail",
            "Partnership.actions",
            "Partnership.action",
            "Partnership.raci",
            "Partnership.raciVersions",
            "Viewer.actions",
            "Partnership.meetingSeries",
            "Partnership.meetings",
            "Partnership.meeting",
            "Partnership.minutes",
            "Partnership.commitments",
            "Partnership.meetingMail",
            "Viewer.week",
            "Viewer.calendarFeeds",
            "Viewer.meetingMail",
            "Partnership.payPanel",
            "Partnership.agreements",
            "Partnership.agreement",
            "Partnership.statements",
            "Partnership.statement",
            "Partnership.statementVerification",
            "Partnership.payPreview",
            "Partnership.whatIf",
            "Partnership.forecasts",
            "Partnership.disclosures",
            "Partnership.evidence");

    private final GraphQLSchema schema;
    private final Map<String, Object> variables;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Long> measured = new HashMap<>();

    private DocumentCost(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        this.schema = schema;
        this.variables = variables;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** @param document a valid one */
    static long of(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        DocumentCost cost = new DocumentCost(schema, document, variables);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .mapToLong(operation -> cost.of(operation.getSelectionSet(), cost.root(operation)))
                .reduce(0, DocumentCost::sum);
    }

    private @Nullable GraphQLFieldsContainer root(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private long of(@Nullable SelectionSet set, @Nullable GraphQLFieldsContainer parent) {
        long total = 0;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                total = sum(total, of(selection, parent));
            }
        }
        return total;
    }

    private long of(Selection<?> selection, @Nullable GraphQLFieldsContainer parent) {
        return switch (selection) {
            case Field field -> of(field, parent);
            case InlineFragment inline -> of(inline.getSelectionSet(), type(inline.getTypeCondition(), parent));
            case FragmentSpread spread -> fragment(spread.getName());
            default -> 0;
        };
    }

    private long of(Field field, @Nullable GraphQLFieldsContainer parent) {
        GraphQLFieldDefinition definition = parent == null ? null : parent.getFieldDefinition(field.getName());
        if (field.getSelectionSet() == null || parent == null || definition == null) {
            return 0;
        }
        boolean root = parent.equals(schema.getQueryType())
                || parent.equals(schema.getMutationType())
                || parent.equals(schema.getSubscriptionType());
        boolean call = root || CALLS.contains(parent.getName() + "." + field.getName());
        long below = of(
                field.getSelectionSet(),
                GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer type ? type : null);
        boolean page = definition.getArgument("first") != null;
        return Math.min(VERY_MUCH, (call ? CALL : OBJECT) + (page ? first(field) * below : below));
    }

    private long fragment(String name) {
        Long known = measured.get(name);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        long cost = fragment == null ? 0 : of(fragment.getSelectionSet(), type(fragment.getTypeCondition(), null));
        measured.put(name, cost);
        return cost;
    }

    private @Nullable GraphQLFieldsContainer type(
            @Nullable TypeName condition, @Nullable GraphQLFieldsContainer otherwise) {
        return condition == null
                ? otherwise
                : schema.getType(condition.getName()) instanceof GraphQLFieldsContainer type ? type : null;
    }

    private long first(Field field) {
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals("first")) {
                return first(argument.getValue());
            }
        }
        return PAGE_DEFAULT;
    }

    private long first(Value<?> value) {
        if (value instanceof IntValue literal) {
            return Math.clamp(literal.getValue().longValue(), 1, PAGE_MAX);
        }
        if (value instanceof VariableReference reference
                && variables.get(reference.getName()) instanceof Number number) {
            return Math.clamp(number.longValue(), 1, PAGE_MAX);
        }
        return PAGE_MAX;
    }

    private static long sum(long one, long other) {
        return Math.min(VERY_MUCH, one + other);
    }
}
