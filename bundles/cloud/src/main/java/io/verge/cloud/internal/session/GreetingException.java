package io.verge.cloud.internal.session;

/** What is needed to connect cannot be had. */
final class GreetingException extends Exception {
    private static final long serialVersionUID = 1;

    private final String remedy;

    GreetingException(String cause, String remedy, Throwable inner) {
        super(cause, inner);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
