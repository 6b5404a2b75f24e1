package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.onewindow.web.ItemAnswer.MaterialAnswer;
import org.onewindow.web.ItemQuestions.Question;

/**
 * The materials for a reader's situation.
 *
 * @param complete whether every question that matters is answered, so that the list is the one of the case
 * @param materials those that are needed in any case
 * @param undecided those that depend on the unanswered questions
 * @param asked the questions that matter in this situation, for the page
 */
record SituationAnswer(
        boolean complete,
        List<MaterialAnswer> materials,
        List<MaterialAnswer> undecided,
        List<Question> unanswered,
        @JsonIgnore List<Question> asked) {}
