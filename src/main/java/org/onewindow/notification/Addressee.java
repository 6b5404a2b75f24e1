package org.onewindow.notification;

/**
 * Whom a message is for (收件人); where that is, is found out when it is sent.
 *
 * @param id an account, or a department
 */
public record Addressee(Type type, String id) {

    /** Who is meant by an id. */
    public enum Type {
        PERSON("person"),
        /** The head, or heads, of a department (机关负责人). */
        HEADS("heads"),
        /** A department by its own address, the bureau among them. */
        DEPARTMENT("department");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static Addressee person(String account) {
        return new Addressee(Type.PERSON, account);
    }

    public static Addressee headsOf(String department) {
        return new Addressee(Type.HEADS, department);
    }

    public static Addressee department(String department) {
        return new Addressee(Type.DEPARTMENT, department);
    }
}
