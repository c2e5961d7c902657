package dev.drumbeat.gateway.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The schema's own scalars. Figures stay text from end to end: no binary fraction ever touches them. */
@Component
final class Scalars implements RuntimeWiringConfigurer {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-(W\\d{2}|Q[1-4]|\\d{2}(-\\d{2})?)");

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.scalar(scalar("Decimal", value -> value, Scalars::decimal))
                .scalar(scalar("Period", value -> value, Scalars::period))
                .scalar(scalar("Date", value -> value, Scalars::date))
                .scalar(scalar("DateTime", Object::toString, Scalars::moment))
                .scalar(scalar("TimeSeries", value -> value, text -> {
                    throw new IllegalArgumentException("is never an input");
                }));
    }

    private static String decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "write a decimal number with a point and no exponent, such as \"90.35\"");
        }
        return new BigDecimal(text).toPlainString();
    }

    private static String period(String text) {
        if (!PERIOD.matcher(text).matches()) {
            throw new IllegalArgumentException("write a period as 2026-11-22, 2026-W47, 2026-11 or 2026-Q4");
        }
        return text;
    }

    private static String date(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("write a calendar date as 2026-11-30", e);
        }
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("write a moment as 2026-11-22T14:05:00Z", e);
        }
    }

    private static GraphQLScalarType scalar(
            String name, Function<Object, Object> write, Function<String, Object> read) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextCoercing(name, write, read))
                .build();
    }

    private record TextCoercing(String name, Function<Object, Object> write, Function<String, Object> read)
            implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return write.apply(value);
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            if (!(value instanceof String text)) {
                throw new CoercingParseValueException("A " + name + " is a string.");
            }
            try {
                return read.apply(text);
            } catch (IllegalArgumentException e) {
                throw new CoercingParseValueException("Not a " + name + ": " + e.getMessage() + ".");
            }
        }

        @Override
        public Object parseLiteral(
                Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (!(literal instanceof StringValue text)) {
                throw new CoercingParseLiteralException("A " + name + " is a string.");
            }
            try {
                return read.apply(Objects.requireNonNullElse(text.getValue(), ""));
            } catch (IllegalArgumentException e) {
                throw new CoercingParseLiteralException("Not a " + name + ": " + e.getMessage() + ".");
            }
        }
    }
}
