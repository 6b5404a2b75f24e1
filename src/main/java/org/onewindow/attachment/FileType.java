package org.onewindow.attachment;

/** The types of file that are taken (附件类型). */
public enum FileType {
    PDF("application/pdf", "PDF", "pdf"),
    JPEG("image/jpeg", "JPEG 图片", "jpg"),
    PNG("image/png", "PNG 图片", "png"),
    OFD("application/ofd", "OFD", "ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档（docx）", "docx");

    private final String mediaType;
    private final String label;
    private final String ending;

    FileType(String mediaType, String label, String ending) {
        this.mediaType = mediaType;
        this.label = label;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    public String label() {
        return label;
    }

    String ending() {
        return ending;
    }

    /** Whether it can be shown in place, with a watermark; the others are downloaded. */
    public boolean isViewable() {
        return this == PDF || isPicture();
    }

    public boolean isPicture() {
        return this == JPEG || this == PNG;
    }
}
