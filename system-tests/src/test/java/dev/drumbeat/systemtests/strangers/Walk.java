package dev.drumbeat.systemtests.strangers;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every question that the schema allows, made from the schema itself: a field that is added tomorrow is walked tomorrow. A
 * question follows one path of fields from the root and asks there for everything that has no fields of its own.
 */
final class Walk {
    private static final int DEPTH_MAX = 7;

    /** Words of a path. */
    private static final int SHORTER = 5;

    /** Arguments that are not called as the type is. */
    private static final Map<String, String> NAMED_OTHERWISE = Map.of(
            "CorrectiveAction", "action",
            "PayEvidence", "evidence",
            "IngestionToken", "token",
            "CalendarFeed", "feed");

    /** One GraphQL document; its arguments are filled in for whomever it is asked about. */
    record Question(String path, String document) {}

    private final TypeDefinitionRegistry schema;
    private final Set<String> asked = new TreeSet<>();

    private Walk(TypeDefinitionRegistry schema) {
        this.schema = schema;
    }

    static Walk of(Path schemaDirectory) {
        TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
        try (Stream<Path> files = Files.walk(schemaDirectory)) {
            files.filter(file -> file.toString().endsWith(".graphqls"))
                    .map(Path::toFile)
                    .forEach(file -> schema.merge(parse(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Walk(schema);
    }

    /** Every path of the query type. */
    List<Question> questions(Subject subject) {
        asked.clear();
        List<Question> questions = new ArrayList<>();
        for (FieldDefinition field : fieldsOf("Query")) {
            follow(field, "", "", Set.of(), subject, questions);
        }
        return questions;
    }

    /** The same without the deepest paths: what stands at their ends is reached by shorter ones, too. */
    List<Question> shorterQuestions(Subject subject) {
        return questions(subject).stream()
                .filter(question -> question.path().split(" ").length <= SHORTER)
                .toList();
    }

    /** What can be asked about one thing by its id: the fields of its own type, and those one step below. */
    List<Question> questionsAbout(Subject subject) {
        List<Question> questions = new ArrayList<>();
        fieldsOf("Query").stream()
                .filter(field -> field.getName().equals("node"))
                .forEach(field -> follow(field, "", "", Set.of(), subject, questions));
        String type = "node ... on " + subject.type();
        return questions.stream()
                .filter(question -> question.path().equals(type)
                        || (question.path().startsWith(type + " ")
                                && question.path().split(" ").length <= type.split(" ").length + 1))
                .toList();
    }

    /** The changes that take the thing by its id, each with everything else that it requires. */
    List<Question> changesOf(Subject subject) {
        String argument =
                Character.toLowerCase(subject.type().charAt(0)) + subject.type().substring(1);
        String named = NAMED_OTHERWISE.getOrDefault(subject.type(), argument) + ": \"" + subject.id() + "\"";
        return changes(subject).stream()
                .filter(change -> change.document().contains(named))
                .toList();
    }

    /** One change for every mutation, with everything required filled in. */
    List<Question> changes(Subject subject) {
        return fieldsOf("Mutation").stream()
                .map(field -> new Question(
                        field.getName(),
                        "mutation { %s(input: %s) { userErrors { code field message } %s } }"
                                .formatted(
                                        field.getName(),
                                        value(
                                                nameOf(field.getInputValueDefinitions()
                                                        .getFirst()
                                                        .getType()),
                                                "input",
                                                subject),
                                        idsOf(nameOf(field.getType())))))
                .toList();
    }

    /** Names of object types and fields that no question asks for: none, or the walk is not whole. */
    Set<String> notAsked() {
        Set<String> all = new TreeSet<>();
        for (ObjectTypeDefinition type : schema.getTypes(ObjectTypeDefinition.class)) {
            String name = type.getName();
            if (isRead(name) && !isReachedByChangeOnly(name)) {
                fieldsOf(name).forEach(field -> all.add(name + "." + field.getName()));
            }
        }
        all.removeAll(asked);
        return all;
    }

    /** What only the answer to a change, or an event, has: {@code UserError}, for one. */
    private boolean isReachedByChangeOnly(String type) {
        return !type.equals("Query")
                && schema.getTypes(ObjectTypeDefinition.class).stream()
                        .map(ObjectTypeDefinition::getName)
                        .filter(this::isRead)
                        .flatMap(name -> fieldsOf(name).stream())
                        .map(field -> nameOf(field.getType()))
                        .filter(name -> !isLeaf(name))
                        .noneMatch(name -> concreteTypes(name).contains(type));
    }

    private boolean isRead(String type) {
        return !type.equals("Mutation") && !type.equals("Subscription") && !type.endsWith("Payload");
    }

    private void follow(
            FieldDefinition field,
            String before,
            String after,
            Set<String> above,
            Subject subject,
            List<Question> questions) {
        String parent = before.isEmpty() ? "Query" : "";
        String type = nameOf(field.getType());
        String call = field.getName() + arguments(field, subject);
        if (isLeaf(type)) {
            if (before.isEmpty()) {
                asked.add("Query." + field.getName());
                questions.add(new Question(field.getName(), "query { " + call + " }"));
            }
            return;
        }
        if (!parent.isEmpty()) {
            asked.add(parent + "." + field.getName());
        }
        for (String concrete : concreteTypes(type)) {
            if (above.contains(concrete) || above.size() >= DEPTH_MAX) {
                continue;
            }
            String open =
                    before + call + " { __typename " + (concrete.equals(type) ? "" : "... on " + concrete + " { ");
            String close = (concrete.equals(type) ? "" : " }") + " }" + after;
            Set<String> nowAbove =
                    Stream.concat(above.stream(), Stream.of(concrete)).collect(Collectors.toSet());
            String leaves = fieldsOf(concrete).stream()
                    .filter(child -> isLeaf(nameOf(child.getType())))
                    .peek(child -> asked.add(concrete + "." + child.getName()))
                    .map(child -> child.getName() + arguments(child, subject))
                    .collect(Collectors.joining(" "));
            questions.add(new Question(
                    (open + close)
                            .replaceAll("\\(.*?\\)|__typename", "")
                            .replaceAll("[{} ]+", " ")
                            .strip(),
                    "query { " + open + leaves + close + " }"));
            for (FieldDefinition child : fieldsOf(concrete)) {
                if (!isLeaf(nameOf(child.getType()))) {
                    asked.add(concrete + "." + child.getName());
                    follow(child, open, close, nowAbove, subject, questions);
                }
            }
        }
    }

    private String idsOf(String payload) {
        return fieldsOf(payload).stream()
                .filter(field -> !field.getName().equals("userErrors"))
                .map(field -> isLeaf(nameOf(field.getType())) ? field.getName() : field.getName() + " { __typename }")
                .collect(Collectors.joining(" "));
    }

    private String arguments(FieldDefinition field, Subject subject) {
        Map<String, String> values = new LinkedHashMap<>();
        for (InputValueDefinition argument : field.getInputValueDefinitions()) {
            String name = argument.getName();
            Optional<String> known = subject.argument(field.getName(), name);
            if (known.isPresent() || isRequired(argument)) {
                String value = known.orElseGet(() -> value(nameOf(argument.getType()), name, subject));
                values.put(name, listed(argument.getType(), value));
            }
        }
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A literal of an input type: what is required, and whatever names the subject. */
    private String value(String type, String name, Subject subject) {
        Optional<InputObjectTypeDefinition> input = schema.getType(type, InputObjectTypeDefinition.class);
        if (input.isPresent()) {
            return input.get().getInputValueDefinitions().stream()
                    .filter(field -> isRequired(field)
                            || subject.argument(field.getName()).isPresent()
                            || field.getName().equals("value"))
                    .map(field -> field.getName() + ": "
                            + listed(field.getType(), value(nameOf(field.getType()), field.getName(), subject)))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        Optional<EnumTypeDefinition> words = schema.getType(type, EnumTypeDefinition.class);
        if (words.isPresent()) {
            return words.get().getEnumValueDefinitions().getFirst().getName();
        }
        return subject.argument(name).orElseGet(() -> subject.filler(type, name));
    }

    private static String listed(Type<?> type, String value) {
        return switch (type) {
            case NonNullType required -> listed(required.getType(), value);
            case ListType list -> value.startsWith("[") ? value : "[" + value + "]";
            default -> value;
        };
    }

    private static boolean isRequired(InputValueDefinition field) {
        return field.getType() instanceof NonNullType && field.getDefaultValue() == null;
    }

    private List<FieldDefinition> fieldsOf(String type) {
        List<FieldDefinition> fields = new ArrayList<>(schema.getType(type, ObjectTypeDefinition.class)
                .map(ObjectTypeDefinition::getFieldDefinitions)
                .orElseThrow());
        schema.objectTypeExtensions()
                .getOrDefault(type, List.of())
                .forEach(extension -> fields.addAll(extension.getFieldDefinitions()));
        return fields;
    }

    private List<String> concreteTypes(String type) {
        return schema.getType(type, InterfaceTypeDefinition.class)
                .map(shared -> schema.getImplementationsOf(shared).stream()
                        .map(TypeDefinition::getName)
                        .toList())
                .orElse(List.of(type));
    }

    private boolean isLeaf(String type) {
        return schema.getType(type, EnumTypeDefinition.class).isPresent()
                || schema.getType(type, ScalarTypeDefinition.class).isPresent()
                || Set.of("String", "Int", "Float", "Boolean", "ID").contains(type);
    }

    private static String nameOf(Type<?> type) {
        return switch (type) {
            case NonNullType required -> nameOf(required.getType());
            case ListType list -> nameOf(list.getType());
            case TypeName name -> name.getName();
            default -> throw new IllegalStateException("unknown kind of type: " + type);
        };
    }

    private static TypeDefinitionRegistry parse(File file) {
        return new SchemaParser().parse(file);
    }
}
