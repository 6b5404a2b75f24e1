module.exports = {
  configs: {
    recommended: {
      rules: {
        'delegate-expressions-only': 'error',
        'four-stages-in-order': 'error',
        'named-in-chinese': 'error',
        'speaking-ids': 'error',
        'stage-not-startable': 'error',
        'user-task-has-form-and-guard': 'error'
      }
    }
  }
};
