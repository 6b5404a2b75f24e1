package org.onewindow.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A material (申请材料) on an item's list.
 *
 * @param when the condition under which a conditional material is needed
 * @param copies number of copies
 * @param standard what the clerk checks it against (受理标准)
 * @param source where the applicant has it from (来源渠道)
 * @param fillingNotes how to fill it in (填报须知)
 * @param blankForm the file beside the page that holds the blank form (空白表格)
 * @param sample the file beside the page that holds a filled one (示范文本)
 * @param sensitive whether it holds sensitive personal information (敏感个人信息)
 */
public record Material(
        String code,
        String name,
        Basis basis,
        Necessity necessity,
        Optional<String> when,
        Form form,
        int copies,
        Original original,
        boolean signature,
        boolean seal,
        String standard,
        Source source,
        Optional<String> fillingNotes,
        Optional<String> blankForm,
        Optional<String> sample,
        @MayBeMissing boolean sensitive) {

    /** 材料必要性. */
    public enum Necessity implements Coded {
        REQUIRED("required", "必要"),
        CONDITIONAL("conditional", "非必要，符合条件时提交"),
        /** 容缺后补: may follow after acceptance. */
        DEFERRABLE("deferrable", "容缺后补");

        private final String code;
        private final String label;

        Necessity(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** 材料形式. */
    public enum Form implements Coded {
        PAPER("paper", "纸质"),
        ELECTRONIC("electronic", "电子"),
        BOTH("both", "纸质或者电子");

        private final String code;
        private final String label;

        Form(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** 原件或者复印件. */
    public enum Original implements Coded {
        ORIGINAL("original", "原件"),
        COPY("copy", "复印件"),
        COPY_CHECKED("copyCheckedAgainstOriginal", "复印件，核对原件");

        private final String code;
        private final String label;

        Original(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** 来源渠道. */
    public enum Source implements Coded {
        APPLICANT("applicant", "申请人自备"),
        GOVERNMENT("government", "政府部门核发"),
        OTHER("other", "其他");

        private final String code;
        private final String label;

        Source(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Whether the clerk must compare the copy with the original. */
    public boolean needsOriginalCheck() {
        return original == Original.COPY_CHECKED;
    }

    /** The files beside the page that applicants can have. */
    public List<String> documents() {
        return Stream.concat(blankForm.stream(), sample.stream()).toList();
    }

    /** What is asked for, in words: e.g. 纸质，原件，1份，签字，盖章. */
    public String requirement() {
        return form.label + "，" + original.label + "，" + copies + "份" + (signature ? "，签字" : "") + (seal ? "，盖章" : "");
    }
}
