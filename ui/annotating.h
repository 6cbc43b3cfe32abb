// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/annotation.h"

#include <QObject>

namespace cbpm {

class AnnotationsDialog;
class MainWindow;

/// Writing annotations, changing them and going to them, for the whole window.
class Annotating : public QObject
{
    Q_OBJECT

public:
    explicit Annotating(MainWindow &window);

    /// About the stretch between A and B, else the time at A, else the one at the cursor.
    void annotate();
    void annotateAt(TimePoint at, std::optional<TimePoint> until = {});
    void edit(const QString &id);
    /// Where it is: in what is loaded, or after a fetch.
    void goTo(const QString &id);
    void showList();

private:
    void ask(const Annotation &annotation, const QString &id);

    MainWindow &m_window;
    AnnotationsDialog *m_list = nullptr;
};

} // namespace cbpm
