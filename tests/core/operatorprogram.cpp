// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/referencestore.h"
#include "core/references/vetofile.h"
#include "core/types/timetext.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

/// Somebody else is at it: an operator tries again.
template<class Change>
void insist(const Change &change)
{
    for (int tries = 0;; ++tries) {
        const auto done = change();
        if (done)
            return;
        if (done.error().kind != Error::Kind::Storage || tries > 100)
            qFatal("%s", qPrintable(done.error().sentence()));
    }
}

} // namespace

/// What one operator does in a shared data folder, for tst_references: operatorprogram FOLDER SIDE COUNT. Of detectors
/// 1 to COUNT of the side, W or E, each is vetoed; every third veto is lifted again. An orbit is saved for each, and
/// every fifth is removed. It begins with the first line on stdin, so that two begin together.
int main(int argc, char *argv[])
{
    const QCoreApplication application{argc, argv};
    const QStringList words = QCoreApplication::arguments();
    const QString folder = words.value(1);
    const QString side = words.value(2);
    const int count = words.value(3).toInt();
    ReferenceStore store;
    store.useFolder(folder + u"/references"_s);
    const QString vetoes = folder + u"/vetoes.json"_s;
    QTextStream{stdout} << "ready" << Qt::endl;
    QTextStream{stdin}.readLine();
    for (int k = 1; k <= count; ++k) {
        const QString name = QString::number(k) + side;
        const std::string location = name.toStdString();
        const Veto veto{u"by "_s + side, side, TimePoint{Duration{k}}};
        insist([&] { return changeVeto(vetoes, location, &veto); });
        if (k % 3 == 0)
            insist([&] { return changeVeto(vetoes, location, nullptr); });
        ReferenceOrbit orbit;
        orbit.name = name;
        orbit.author = side;
        orbit.points[location] = {static_cast<double>(k), 0.0, 0.0, 0.0, 1};
        const auto id = store.add(orbit);
        if (!id)
            qFatal("%s", qPrintable(id.error().sentence()));
        if (k % 5 == 0)
            insist([&] { return store.remove(*id); });
        else if (k % 7 == 0)
            insist([&] { return store.setGolden(*id); });
        QCoreApplication::processEvents(); // the other one's changes are looked at
        QTextStream{stdout} << name << Qt::endl;
    }
    return 0;
}
