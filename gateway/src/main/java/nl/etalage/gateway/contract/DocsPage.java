package nl.etalage.gateway.contract;

import java.util.List;

/** The API document as a page shows it. */
record DocsPage(List<Group> groups, List<SchemaView> schemas) {

    /** Operations under one tag; {@code id} is an anchor. */
    record Group(String id, String name, String description, List<OperationView> operations) {}

    /**
     * One operation.
     *
     * @param open whether it needs no credential
     * @param scopes what a machine's token needs, in words; empty without
     * @param body null without a request body
     * @param curl a command to paste
     */
    record OperationView(
            String id,
            String method,
            String path,
            String summary,
            String description,
            boolean open,
            String scopes,
            List<Field> parameters,
            BodyView body,
            List<AnswerView> answers,
            String curl) {}

    /** A parameter or a field: where it stands, what kind it is. {@code link} is an anchor, or null. */
    record Field(String name, String where, String kind, String link, String description, boolean required) {}

    /** What is sent, with an example in JSON or null. */
    record BodyView(String mediaType, String kind, String link, String example) {}

    /**
     * One answer.
     *
     * @param kind empty where there is no body
     * @param problems names of what it can say, each with an address that explains it; empty for a success
     * @param example in JSON, or null
     */
    record AnswerView(
            String status, String description, String kind, String link, List<Problem> problems, String example) {}

    /** A problem by its name, its address and its title. */
    record Problem(String name, String type, String title) {}

    /** A named schema. */
    record SchemaView(String id, String name, String description, List<Field> fields, String kind) {}
}
