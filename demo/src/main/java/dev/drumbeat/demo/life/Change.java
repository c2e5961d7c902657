package dev.drumbeat.demo.life;

/** The document of one mutation of the public schema, by its name; its input is called as the mutation is. */
final class Change {
    private Change() {}

    /** @param answer what is asked back besides why it was refused */
    static String document(String mutation, String answer) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
        return """
                mutation %1$s($input: %1$sInput!) {
                  %2$s(input: $input) { %3$s userErrors { code field message } }
                }
                """.formatted(type, mutation, answer);
    }
}
