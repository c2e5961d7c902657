package dev.drumbeat.gateway.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How deep and wide a document is once its fragments are spread. Each fragment is measured once, so fragments that spread
 * fragments cost no more than they are long.
 */
final class DocumentShape {
    /** Counts stop here, so that no document counts over. */
    private static final long MANY = 1_000_000;

    private record Size(long depth, long aliases, long directives, long fields) {
        static final Size NOTHING = new Size(0, 0, 0, 0);

        Size and(Size other) {
            return new Size(
                    Math.max(depth, other.depth),
                    Math.min(MANY, aliases + other.aliases),
                    Math.min(MANY, directives + other.directives),
                    Math.min(MANY, fields + other.fields));
        }
    }

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> measured = new HashMap<>();

    private DocumentShape(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** The limit that a valid document breaks; empty when it keeps all. */
    static Optional<String> brokenLimit(Document document, DocumentSettings limits) {
        DocumentShape shape = new DocumentShape(document);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Size size = shape.size(operation.getSelectionSet());
            long directives = size.directives() + operation.getDirectives().size();
            if (size.depth() > limits.maxDepth()) {
                return Optional.of("at most " + limits.maxDepth() + " levels of fields");
            }
            if (size.aliases() > limits.maxAliases()) {
                return Optional.of("at most " + limits.maxAliases() + " aliases");
            }
            if (directives > limits.maxDirectives()) {
                return Optional.of("at most " + limits.maxDirectives() + " directives");
            }
            if (size.fields() > limits.maxTokens()) {
                return Optional.of("at most " + limits.maxTokens() + " fields");
            }
            if (shape.rootFields(operation.getSelectionSet()) > limits.maxRootFields()) {
                return Optional.of("at most " + limits.maxRootFields() + " fields of the root");
            }
        }
        return Optional.empty();
    }

    private Size size(@Nullable SelectionSet set) {
        Size total = Size.NOTHING;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                total = total.and(size(selection));
            }
        }
        return total;
    }

    private Size size(Selection<?> selection) {
        return switch (selection) {
            case Field field -> {
                Size below = size(field.getSelectionSet());
                yield new Size(
                        below.depth() + 1,
                        below.aliases() + (field.getAlias() == null ? 0 : 1),
                        below.directives() + field.getDirectives().size(),
                        below.fields() + 1);
            }
            case InlineFragment inline ->
                size(inline.getSelectionSet())
                        .and(new Size(0, 0, inline.getDirectives().size(), 0));
            case FragmentSpread spread ->
                fragment(spread.getName())
                        .and(new Size(0, 0, spread.getDirectives().size(), 0));
            default -> Size.NOTHING;
        };
    }

    private Size fragment(String name) {
        Size known = measured.get(name);
        FragmentDefinition fragment = fragments.get(name);
        if (known != null || fragment == null) {
            return known == null ? Size.NOTHING : known;
        }
        Size size = size(fragment.getSelectionSet())
                .and(new Size(0, 0, fragment.getDirectives().size(), 0));
        measured.put(name, size);
        return size;
    }

    private long rootFields(SelectionSet set) {
        long count = 0;
        for (Selection<?> selection : set.getSelections()) {
            count += switch (selection) {
                case Field field -> 1;
                case InlineFragment inline -> rootFields(inline.getSelectionSet());
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    yield fragment == null ? 0 : rootFields(fragment.getSelectionSet());
                }
                default -> 0;
            };
            if (count >= MANY) {
                return count;
            }
        }
        return count;
    }
}
