// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/references/annotation.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QTimeZone;

namespace cbpm {

/// Asks what there is to know about a moment or a stretch.
class AnnotationDialog : public QDialog
{
    Q_OBJECT

public:
    /// With the words of `annotation`, where it has any; it may be about a detector of `table`.
    AnnotationDialog(const Annotation &annotation, const DetectorTable &table, const QTimeZone &zone,
                     QWidget *parent = nullptr);

    /// As entered, at the present time.
    Annotation annotation() const;

private:
    Annotation m_annotation;
    QPlainTextEdit *m_text = nullptr;
    QLineEdit *m_author = nullptr;
    QComboBox *m_location = nullptr;
};

} // namespace cbpm
