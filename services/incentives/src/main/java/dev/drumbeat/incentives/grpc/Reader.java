package dev.drumbeat.incentives.grpc;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Validation;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads plain values of a request and remembers what is wrong with them. */
final class Reader {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,6})?");

    private final Validation validation;

    Reader(Validation validation) {
        this.validation = validation;
    }

    Validation validation() {
        return validation;
    }

    BigDecimal decimal(String field, String text) {
        if (!DECIMAL.matcher(text).matches()) {
            validation.add(field, "decimal.malformed", "A decimal with a point and at most 6 places, such as -12.5.");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    Optional<BigDecimal> optionalDecimal(String field, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(decimal(field, text));
    }

    /** @param currency what to fall back to */
    Money money(String field, dev.drumbeat.proto.common.v1.Money money, String currency) {
        String code = money.getCurrency().isEmpty() ? currency : money.getCurrency();
        try {
            int places = Money.places(code);
            BigDecimal amount = decimal(field + ".amount", money.getAmount());
            if (amount.stripTrailingZeros().scale() > places) {
                validation.add(
                        field + ".amount",
                        "money.minor_unit",
                        code + " has " + places + " places; nothing finer is paid.");
                return Money.zero(code);
            }
            return Money.rounded(amount, code);
        } catch (IllegalArgumentException e) {
            validation.add(
                    field + ".currency", "currency.unknown", "Name a currency by its ISO 4217 code, such as USD.");
            return Money.zero(currency);
        }
    }

    String currency(String field, String code) {
        try {
            Money.places(code);
            return code;
        } catch (IllegalArgumentException e) {
            validation.add(field, "currency.unknown", "Name a currency by its ISO 4217 code, such as USD.");
            return "USD";
        }
    }

    Period period(String field, String name, Frequency fallback) {
        return Period.parse(name).orElseGet(() -> {
            validation.add(field, "period.malformed", "Name a period, such as 2026-11 or 2026-Q4.");
            return fallback.containing(java.time.LocalDate.EPOCH);
        });
    }
}
