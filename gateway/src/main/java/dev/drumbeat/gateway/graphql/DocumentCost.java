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
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document asks of the services: a field that takes a call of its own costs {@value #CALL}, an object {@value #OBJECT}, a
 * plain value nothing; everything below a page costs as often as the page is long. Every operation of the document counts.
 */
final class DocumentCost {
    private static final long CALL = 40;
    private static final long OBJECT = 1;
    private static final long PAGE_DEFAULT = 25;
    private static final long PAGE_MAX = 100;
    private static final long VERY_MUCH = 1_000_000_000;

    private static final Set<String> PAGES =
            Set.of("portfolio", "partnerships", "companies", "people", "measurements", "auditTrail", "ingestionTokens");
    private static final Set<String> CALLS = Set.of("members", "node");

    /** Fields of these names take a call only where they are asked for by an argument. */
    private static final Set<String> CALLS_BY_ARGUMENT = Set.of("kpi", "partnership");

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Long> measured = new HashMap<>();
    private final Map<String, Object> variables;

    private DocumentCost(Document document, Map<String, Object> variables) {
        this.variables = variables;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    static long of(Document document, Map<String, Object> variables) {
        DocumentCost cost = new DocumentCost(document, variables);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .mapToLong(operation -> cost.of(operation.getSelectionSet()))
                .reduce(0, DocumentCost::sum);
    }

    private long of(@Nullable SelectionSet set) {
        long total = 0;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                total = sum(total, of(selection));
            }
        }
        return total;
    }

    private long of(Selection<?> selection) {
        return switch (selection) {
            case Field field -> of(field);
            case InlineFragment inline -> of(inline.getSelectionSet());
            case FragmentSpread spread -> fragment(spread.getName());
            default -> 0;
        };
    }

    private long of(Field field) {
        if (field.getSelectionSet() == null) {
            return 0;
        }
        String name = field.getName();
        boolean page = PAGES.contains(name) && !isInsideDetail(field);
        boolean call = page
                || CALLS.contains(name)
                || (CALLS_BY_ARGUMENT.contains(name) && !field.getArguments().isEmpty());
        long below = of(field.getSelectionSet());
        return Math.min(VERY_MUCH, (call ? CALL : OBJECT) + (page ? first(field) * below : below));
    }

    /** Figures of one KPI come along with it: they are asked for without a connection's fields. */
    private static boolean isInsideDetail(Field field) {
        return field.getName().equals("measurements")
                && field.getSelectionSet().getSelectionsOfType(Field.class).stream()
                        .noneMatch(below -> below.getName().equals("nodes"));
    }

    private long fragment(String name) {
        Long known = measured.get(name);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        long cost = fragment == null ? 0 : of(fragment.getSelectionSet());
        measured.put(name, cost);
        return cost;
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
